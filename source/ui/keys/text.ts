import type {AppContext, KeyGroup} from '../app-context.js';
import type {KeyBinding} from '../key-binding.js';
import {paneView} from '../panes/run-panes.js';
import {paneSize} from '../run-layout.js';
import type {ScrollStep} from '../scroll.js';
import {showsPanes} from './run.js';

/**
The keys that scroll, wherever something scrolls.
*/
export const scrollBindings = (
	scroll: (context: AppContext, step: ScrollStep) => void,
): ReadonlyArray<KeyBinding<AppContext>> => {
	const binding = (keys: readonly string[], help: string, step: ScrollStep): KeyBinding<AppContext> => ({
		keys,
		label: 'scroll',
		help,
		isHidden: true,
		run: context => scroll(context, step),
	});
	return [
		{...binding(['up', 'k'], 'up a row', {rows: -1}), isHidden: false},
		binding(['down', 'j'], 'down a row', {rows: 1}),
		binding(['page-up', 'ctrl+u', 'b'], 'up a page', {pages: -1}),
		binding(['page-down', 'ctrl+d'], 'down a page', {pages: 1}),
		binding(['home', 'g'], 'to the start', {to: 'start'}),
		binding(['end', 'G'], 'to the end, and follow new text again', {to: 'end'}),
	];
};

const scrollFocused = ({state, dispatch}: AppContext, step: ScrollStep): void => {
	const {current, split} = state;
	const pane = split.focus;
	if (current && pane !== 'comparison') {
		const {lineCount, height} = paneView(state, current, pane, paneSize(state, pane));
		dispatch({type: 'split', event: {type: 'scrolled', pane, step, rowCount: lineCount, height}});
	}
};

/**
The keys of a transcript: they scroll it.
*/
export const textKeys: KeyGroup = {
	title: 'In a transcript',
	holds: state => showsPanes(state) && !state.split.dialog && state.split.focus !== 'comparison',
	bindings: scrollBindings(scrollFocused),
};

import type {AppState} from '../app-state.js';
import type {ScreenKeys} from '../screen.js';
import {atStart, type Scroll, type ScrollStep, scrolled} from '../scroll.js';

/**
The help: which part of it is open, and where it is scrolled to.
*/
export type HelpState = {
	readonly section: number;
	readonly scroll: Scroll;

	/**
	How much there is and how much of it is visible; the view measures it.
	*/
	readonly extent: {readonly rowCount: number; readonly height: number};
};

/**
What the screen sees besides its own state: the app without the help, whose keys come first.
*/
export type HelpScreenState = HelpState & {readonly below: AppState};

export type HelpEvent =
	| {readonly type: 'section-opened'; readonly section: number}
	| {readonly type: 'scrolled'; readonly step: ScrollStep}
	| {readonly type: 'measured'; readonly rowCount: number; readonly height: number};

/**
The parts of the help, in order.
*/
export const helpSections = ['Keys', 'Figures', 'Trouble'] as const;

export const initialHelpState: HelpState = {
	section: 0,
	scroll: atStart,
	extent: {rowCount: 0, height: 0},
};

/**
Folds an event. The same state comes back where nothing changed.
*/
export const reduceHelp = (state: HelpState, event: HelpEvent): HelpState => {
	switch (event.type) {
		case 'section-opened': {
			const count = helpSections.length;
			return {...state, section: (event.section + count) % count, scroll: atStart};
		}

		case 'scrolled': {
			const {rowCount, height} = state.extent;
			return {...state, scroll: scrolled(state.scroll, event.step, rowCount, height)};
		}

		case 'measured': {
			const {rowCount, height} = event;
			return {...state, extent: {rowCount, height}};
		}
	}
};

const steps: Readonly<Record<string, ScrollStep>> = {
	up: {rows: -1},
	k: {rows: -1},
	down: {rows: 1},
	j: {rows: 1},
	'page-up': {pages: -1},
	'ctrl+u': {pages: -1},
	b: {pages: -1},
	'page-down': {pages: 1},
	'ctrl+d': {pages: 1},
	space: {pages: 1},
	home: {to: 'start'},
	g: {to: 'start'},
	end: {to: 'end'},
	G: {to: 'end'},
};

/**
The keys of the help.
*/
export const helpKeys: ScreenKeys<HelpScreenState, HelpEvent> = {
	bindings: [
		{
			keys: Object.keys(steps),
			label: 'scroll',
			help: 'scroll by rows, by pages, to the start and the end',
			run: ({dispatch}, key) => {
				const step = steps[key];
				if (step) {
					dispatch({type: 'scrolled', step});
				}
			},
		},
		{
			keys: ['tab', 'shift+tab', 'left', 'right', 'h', 'l'],
			label: 'part',
			help: 'the next part of the help, the one before',
			run: ({state, dispatch}, key) =>
				dispatch({
					type: 'section-opened',
					section: state.section + (['shift+tab', 'left', 'h'].includes(key) ? -1 : 1),
				}),
		},
		{
			keys: helpSections.map((_, index) => String(index + 1)),
			label: 'part',
			help: 'a part of the help by its number',
			isHidden: true,
			run: ({dispatch}, key) => dispatch({type: 'section-opened', section: Number(key) - 1}),
		},
		{
			keys: ['esc', '?'],
			label: 'back',
			help: 'back to where you were',
			run: ({back}) => back(),
		},
	],
};

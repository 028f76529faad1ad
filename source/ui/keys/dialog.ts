import type {AppContext, KeyGroup} from '../app-context.js';
import type {AppState} from '../app-state.js';
import {inputChoice} from '../input-choice.js';
import type {KeyBinding} from '../key-binding.js';
import {paneView} from '../panes/run-panes.js';
import {hasWords} from '../run-facts.js';
import {paneSize} from '../run-layout.js';
import type {ScrollStep} from '../scroll.js';
import type {Dialog} from '../split-state.js';
import {scrollBindings} from './text.js';

const close: KeyBinding<AppContext> = {
	keys: ['esc'],
	label: 'close',
	help: 'close it',
	run({dispatch}) {
		dispatch({type: 'split', event: {type: 'dialog-closed'}});
	},
};

const isOpen = (type: Dialog['type']) => (state: AppState) =>
	state.screens.at(-1) === 'run' && state.split.dialog?.type === type;

const scrollDialog = ({state, dispatch}: AppContext, step: ScrollStep): void => {
	if (state.current) {
		const {lineCount, height} = paneView(state, state.current, 'comparison', paneSize(state, 'comparison'));
		dispatch({type: 'split', event: {type: 'scrolled', pane: 'dialog', step, rowCount: lineCount, height}});
	}
};

const choose = ({state: {split, formats}, dispatch}: AppContext, by: number): void => {
	if (split.dialog?.type === 'export') {
		const format = (split.dialog.format + by + formats.length) % formats.length;
		dispatch({type: 'split', event: {type: 'export-chosen', mode: split.dialog.mode, format}});
	}
};

const chooseInput = ({state, dispatch}: AppContext, by: number): void => {
	const {inputs, chosen} = inputChoice(state);
	const next = inputs.at((chosen + by) % inputs.length);
	if (next) {
		dispatch({type: 'split', event: {type: 'input-chosen', id: next.id}});
	}
};

/**
The keys of what opens in the place of the table.
*/
export const dialogKeys: readonly KeyGroup[] = [
	{
		title: 'In the explanation of a row',
		holds: isOpen('row-help'),
		bindings: [{...close, keys: ['esc', 'enter', '?']}, ...scrollBindings(scrollDialog)],
	},
	{
		title: 'In the choice of a microphone',
		holds: isOpen('inputs'),
		bindings: [
			{
				keys: ['up', 'down', 'k', 'j'],
				label: 'choose',
				help: 'up and down',
				run: (context, key) => chooseInput(context, key === 'up' || key === 'k' ? -1 : 1),
			},
			{
				keys: ['enter'],
				label: 'listen to it',
				help: 'listen to it in the place of the one before',
				run({state, dispatch, actions}) {
					const {inputs, chosen} = inputChoice(state);
					const input = inputs[chosen];
					if (input) {
						actions.reopenInput(input.id);
						dispatch({type: 'split', event: {type: 'dialog-closed'}});
					}
				},
			},
			close,
		],
	},
	{
		title: 'In the export',
		holds: isOpen('export'),
		bindings: [
			{keys: ['up', 'k'], label: 'format', help: 'format above', run: context => choose(context, -1)},
			{
				keys: ['down', 'j'],
				label: 'format below',
				help: 'format below',
				isHidden: true,
				run: context => choose(context, 1),
			},
			{
				keys: ['tab', 'left', 'right', 'h', 'l'],
				label: 'transcript',
				help: 'the other transcript',
				run({state: {split}, dispatch}) {
					if (split.dialog?.type === 'export') {
						const mode = split.dialog.mode === 'batch' ? 'real-time' : 'batch';
						dispatch({
							type: 'split',
							event: {type: 'export-chosen', mode, format: split.dialog.format},
						});
					}
				},
			},
			{
				keys: ['enter'],
				label: 'write',
				help: 'write the file',
				disabledReason: ({state: {split, current}}) =>
					split.dialog?.type === 'export' && !hasWords(current, split.dialog.mode)
						? `There is no text of ${split.dialog.mode} yet to export: tab has the other transcript.`
						: undefined,
				run({state: {split, formats}, dispatch, actions}) {
					const dialog = split.dialog;
					const format = dialog?.type === 'export' ? formats[dialog.format] : undefined;
					if (dialog?.type === 'export' && format) {
						actions.exportTranscript(dialog.mode, format.id);
						dispatch({type: 'split', event: {type: 'dialog-closed'}});
					}
				},
			},
			close,
		],
	},
];

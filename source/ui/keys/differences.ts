import type {AppContext, KeyGroup} from '../app-context.js';
import {paneView} from '../panes/run-panes.js';
import {paneSize} from '../run-layout.js';
import {showsPanes} from './run.js';

/**
The keys of the differences; they scroll like a transcript, too.
*/
export const differencesKeys: KeyGroup = {
	title: 'In the differences',
	holds: state => showsPanes(state) && !state.split.dialog && state.split.focus === 'differences',
	bindings: [
		{
			keys: ['n', 'N'],
			label: 'next',
			help: 'to the next difference, to the one before',
			disabledReason: ({state}) =>
				state.texts.differences?.count === 0 ? 'There is no difference.' : undefined,
			run: (context, key) => goToNext(context, key === 'n' ? 1 : -1),
		},
	],
};

const goToNext = ({state, dispatch}: AppContext, by: 1 | -1): void => {
	const {current, texts} = state;
	if (!current || !texts.differences) {
		return;
	}

	const {top, height, lineCount} = paneView(state, current, 'differences', paneSize(state, 'differences'));
	const {places} = texts.differences;
	const next = by > 0 ? places.find(place => place > top) : places.findLast(place => place < top);
	if (next !== undefined) {
		const step = {rows: next - top};
		dispatch({
			type: 'split',
			event: {type: 'scrolled', pane: 'differences', step, rowCount: lineCount, height},
		});
	}
};

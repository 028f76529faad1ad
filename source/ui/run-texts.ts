import type {AppState} from './app-state.js';
import type {PaneName} from './layout.js';
import {borderColumns} from './panes/pane-view.js';
import {paneSize} from './run-layout.js';
import type {SplitState} from './split-state.js';
import {samePlace, type Texts, updateDifferences, updateTexts} from './texts.js';

/**
A pane is never too narrow for a word or two.
*/
const smallestText = 10;

/**
The state with the transcripts wrapped for their panes. The place a user has scrolled to stays the same word.
*/
export const withTexts = (state: AppState): AppState => {
	const {current, texts, split, theme} = state;
	if (!current) {
		return state;
	}

	const columnsOf = (name: PaneName) => Math.max(smallestText, paneSize(state, name).columns - borderColumns);
	const columns = {batch: columnsOf('batch'), 'real-time': columnsOf('real-time')};
	const wrapped = updateTexts(texts, current, columns, theme);
	const next = split.showsDifferences
		? updateDifferences(wrapped, current, columnsOf('differences'))
		: wrapped;
	return next === texts ? state : {...state, texts: next, split: withSamePlaces(split, texts, next)};
};

const withSamePlaces = (split: SplitState, before: Texts, after: Texts): SplitState => {
	const names = (['batch', 'real-time'] as const).filter(
		name => before[name] && before[name].text.columns !== after[name]?.text.columns,
	);
	return names.length === 0
		? split
		: {
				...split,
				scrolls: {
					...split.scrolls,
					...Object.fromEntries(
						names.map(name => [name, samePlace(split.scrolls[name], before[name], after[name])]),
					),
				},
			};
};

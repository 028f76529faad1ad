import type {AppState, TerminalSize} from '../app-state.js';
import type {CurrentRun} from '../current-run.js';
import type {PaneName} from '../layout.js';
import {focusedPane} from '../split-state.js';
import {comparisonPane} from './comparison-pane.js';
import {dialogPane} from './dialog-pane.js';
import {differencesPane} from './differences-pane.js';
import type {PaneView} from './pane-view.js';
import {textPane} from './text-pane.js';

/**
What a pane of the split view shows, in the room it has.
*/
export const paneView = (
	state: AppState,
	current: CurrentRun,
	name: PaneName,
	size: TerminalSize,
): PaneView => {
	const {split, texts, theme} = state;
	switch (name) {
		case 'batch':
		case 'real-time': {
			return textPane(name, current, {rows: texts[name], scroll: split.scrolls[name]}, size, theme);
		}

		case 'differences': {
			return differencesPane(texts.differences, split.scrolls.differences, size, theme);
		}

		case 'comparison': {
			return split.dialog
				? dialogPane(split.dialog, current, state, size)
				: comparisonPane(current, focusedPane(split) === name ? split.selectedRow : undefined, size, theme);
		}
	}
};

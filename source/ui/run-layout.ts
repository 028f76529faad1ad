import type {AppState, TerminalSize} from './app-state.js';
import {type Layout, layoutPanes, type PaneName} from './layout.js';
import {focusedPane, paneNames} from './split-state.js';

/**
The panes of the run and the room each has; none without a run.

@param hintRows - One at each key: it takes a notice away before it does anything.
*/
export const layoutOf = ({current, split, size}: AppState, hintRows = 1): Layout | undefined =>
	current &&
	layoutPanes(size, paneNames(current.request.mode, split), focusedPane(split), split.isZoomed, hintRows);

/**
The room of a pane. One that is hidden now has what it would have alone.
*/
export const paneSize = (state: AppState, name: PaneName): TerminalSize => {
	const shown = layoutOf(state)?.panes.find(pane => pane.name === name);
	return shown ?? {columns: state.size.columns, rows: state.size.rows};
};

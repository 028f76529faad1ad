import {comparisonRows} from '../core/comparison-rows.js';
import type {Mode, RunMode} from '../core/mode.js';
import type {PaneName} from './layout.js';
import {atStart, followingEnd, type Scroll, type ScrollStep, scrolled} from './scroll.js';

/**
How the user looks at a run.
*/
export type SplitState = {
	readonly focus: PaneName;
	readonly isZoomed: boolean;

	/**
	Whether the differences stand in the place of the two transcripts.
	*/
	readonly showsDifferences: boolean;
	readonly scrolls: Readonly<Record<ScrollablePane, Scroll>>;

	/**
	The row of the table that `?` explains.
	*/
	readonly selectedRow: number;
	readonly dialog: Dialog | undefined;
};

type ScrollablePane = Exclude<PaneName, 'comparison'> | 'dialog';

/**
What stands in the place of the table until it is closed.
*/
export type Dialog =
	| {readonly type: 'row-help'}
	| {readonly type: 'export'; readonly mode: Mode; readonly format: number}
	| {readonly type: 'inputs'; readonly chosenId?: string | undefined};

export type SplitEvent =
	| {readonly type: 'focused'; readonly pane: PaneName}
	| {readonly type: 'zoom-toggled'}
	| {
			readonly type: 'scrolled';
			readonly pane: ScrollablePane;
			readonly step: ScrollStep;
			readonly rowCount: number;
			readonly height: number;
	  }
	| {readonly type: 'row-moved'; readonly by: number}
	| {readonly type: 'row-explained'}
	| {readonly type: 'export-opened'; readonly mode: Mode}
	| {readonly type: 'export-chosen'; readonly mode: Mode; readonly format: number}
	| {readonly type: 'inputs-opened'}
	| {readonly type: 'input-chosen'; readonly id: string}
	| {readonly type: 'dialog-closed'}
	| {readonly type: 'differences-toggled'};

/**
A transcript that grows shows its end; one that comes as a whole shows its start.
*/
export const initialSplitState = (mode: RunMode): SplitState => ({
	focus: mode === 'batch' ? 'batch' : 'real-time',
	isZoomed: false,
	showsDifferences: false,
	scrolls: {batch: atStart, 'real-time': followingEnd, differences: atStart, dialog: atStart},
	selectedRow: 0,
	dialog: undefined,
});

/**
The panes of a run, the text panes first.
*/
export const paneNames = (mode: RunMode, {showsDifferences}: SplitState): readonly PaneName[] => {
	if (mode !== 'side-by-side') {
		return [mode, 'comparison'];
	}

	return showsDifferences ? ['differences', 'comparison'] : ['batch', 'real-time', 'comparison'];
};

/**
The pane that has the keys: a dialog stands where the table stands.
*/
export const focusedPane = ({focus, dialog}: SplitState): PaneName => (dialog ? 'comparison' : focus);

/**
Folds one event into the view.
*/
export const reduceSplit = (split: SplitState, event: SplitEvent): SplitState => {
	switch (event.type) {
		case 'focused': {
			return {...split, focus: event.pane};
		}

		case 'zoom-toggled': {
			return {...split, isZoomed: !split.isZoomed};
		}

		case 'scrolled': {
			const scroll = scrolled(split.scrolls[event.pane], event.step, event.rowCount, event.height);
			return {...split, scrolls: {...split.scrolls, [event.pane]: scroll}};
		}

		case 'row-moved': {
			const selectedRow = Math.max(0, Math.min(comparisonRows.length, split.selectedRow + event.by));
			return {...split, selectedRow};
		}

		case 'row-explained': {
			return withDialog(split, {type: 'row-help'});
		}

		case 'export-opened': {
			return withDialog(split, {type: 'export', mode: event.mode, format: 0});
		}

		case 'export-chosen': {
			return {...split, dialog: {type: 'export', mode: event.mode, format: event.format}};
		}

		case 'inputs-opened': {
			return withDialog(split, {type: 'inputs'});
		}

		case 'input-chosen': {
			return {...split, dialog: {type: 'inputs', chosenId: event.id}};
		}

		case 'dialog-closed': {
			return {...split, dialog: undefined};
		}

		case 'differences-toggled': {
			const showsDifferences = !split.showsDifferences;
			return {...split, showsDifferences, focus: showsDifferences ? 'differences' : 'real-time'};
		}
	}
};

const withDialog = (split: SplitState, dialog: Dialog): SplitState => ({
	...split,
	dialog,
	scrolls: {...split.scrolls, dialog: atStart},
});

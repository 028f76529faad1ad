import {Box} from 'ink';
import type {AppState} from '../app-state.js';
import {screenSize} from '../layout.js';
import {span} from '../line.js';
import {Lines} from '../lines.js';
import {Panel} from '../panel.js';
import {paneTitles} from '../panes/pane-view.js';
import {problemLines} from '../panes/problem-lines.js';
import {paneView} from '../panes/run-panes.js';
import {layoutOf} from '../run-layout.js';
import {focusedPane, paneNames} from '../split-state.js';

/**
A run: its panes, or why it could not begin.
*/
export const SplitView = ({state, hintRows}: {readonly state: AppState; readonly hintRows: number}) => {
	const {current, theme} = state;
	const layout = layoutOf(state, hintRows);
	if (!current || !layout) {
		return null;
	}

	if (current.phase === 'refused' || !current.subject) {
		const {columns, rows} = screenSize(state.size, hintRows);
		const lines = current.problem
			? problemLines(current.problem, columns - 2)
			: [[span('Reading the audio'), span(theme.signs.ellipsis)]];
		return (
			<Box paddingX={1} paddingTop={1} width={columns} height={rows} flexShrink={0}>
				<Lines lines={lines} columns={columns - 2} rows={rows - 1} theme={theme} />
			</Box>
		);
	}

	const tabs =
		layout.kind === 'single' && !state.split.isZoomed && !state.split.dialog
			? paneNames(current.request.mode, state.split).map(name => paneTitles[name])
			: undefined;
	const panels = layout.panes.map(({name, ...size}) => (
		<Panel
			key={name}
			view={paneView(state, current, name, size)}
			size={size}
			isFocused={name === focusedPane(state.split)}
			tabs={tabs}
			theme={theme}
		/>
	));
	return layout.kind === 'wide' ? (
		<Box flexDirection="column" flexShrink={0}>
			<Box flexShrink={0}>{panels.slice(0, -1)}</Box>
			{panels.at(-1)}
		</Box>
	) : (
		<Box flexDirection="column" flexShrink={0}>
			{panels}
		</Box>
	);
};

import {Box} from 'ink';
import type {TerminalSize} from './app-state.js';
import {Lines} from './lines.js';
import {bottomBorder, topBorder} from './panes/border-lines.js';
import {borderColumns, borderRows, type PaneView} from './panes/pane-view.js';
import type {Theme} from './theme.js';

/**
A pane in its border. It fills exactly the room it is given.
*/
export const Panel = ({
	view,
	size: {columns, rows},
	isFocused,
	tabs,
	theme,
}: {
	readonly view: PaneView;
	readonly size: TerminalSize;
	readonly isFocused: boolean;

	/**
	The titles of all panes, where one is visible at a time.
	*/
	readonly tabs?: readonly string[] | undefined;
	readonly theme: Theme;
}) => {
	const innerColumns = columns - borderColumns;
	const innerRows = rows - borderRows;
	const headRows = Math.min(view.head.length, innerRows);
	return (
		<Box flexDirection="column" flexShrink={0} width={columns} height={rows}>
			<Lines lines={[topBorder(view, columns, isFocused, theme, tabs)]} {...{columns, theme}} rows={1} />
			<Box
				borderStyle={theme.border}
				borderTop={false}
				borderBottom={false}
				{...borderLook(isFocused, theme)}
				flexDirection="column"
				flexShrink={0}
				width={columns}
				height={innerRows}
				paddingX={1}
			>
				<Lines lines={view.head} columns={innerColumns} rows={headRows} theme={theme} />
				<Lines
					lines={view.lines}
					firstNumber={view.top}
					columns={innerColumns}
					rows={innerRows - headRows}
					theme={theme}
				/>
			</Box>
			<Lines lines={[bottomBorder(view, columns, isFocused, theme)]} {...{columns, theme}} rows={1} />
		</Box>
	);
};

const borderLook = (isFocused: boolean, {styles}: Theme) => {
	const {color} = styles.accent;
	return isFocused && color !== undefined ? {borderColor: color} : {borderDimColor: !isFocused};
};

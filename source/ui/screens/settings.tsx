import {Box} from 'ink';
import {Lines} from '../lines.js';
import type {ScreenProps} from '../screen.js';
import {frameOf} from './frame.js';
import {Framed} from './framed.js';
import {ruleUnder, windowTop} from './list-window.js';
import {detailLines, detailRows, settingsLines} from './settings-lines.js';
import type {SettingsEvent, SettingsState} from './settings-state.js';

/**
The settings: a list to change, and under it what the selected one does.
*/
export const SettingsScreen = ({state, columns, rows, theme}: ScreenProps<SettingsState, SettingsEvent>) => {
	const frame = frameOf(columns, rows, {columns: 76, rows: 20});
	const {innerColumns, innerRows} = frame;
	const {lines, selectedLine} = settingsLines(state, innerColumns, theme);
	const shownDetails = Math.min(detailRows(state, innerColumns, theme), Math.floor((innerRows - 1) / 2));
	const listRows = innerRows - shownDetails - 1;
	const top = windowTop(selectedLine, lines.length, listRows);
	const rule = ruleUnder(top, listRows, lines.length, innerColumns, theme);
	return (
		<Framed title="Settings" {...{frame, columns, rows, theme}}>
			<Box flexDirection="column" flexShrink={0} width={innerColumns} height={innerRows}>
				<Lines
					lines={lines.slice(top, top + listRows)}
					firstNumber={top}
					columns={innerColumns}
					rows={listRows}
					theme={theme}
				/>
				<Lines
					lines={[rule, ...detailLines(state, innerColumns, shownDetails, theme)]}
					columns={innerColumns}
					rows={shownDetails + 1}
					theme={theme}
				/>
			</Box>
		</Framed>
	);
};

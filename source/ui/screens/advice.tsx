import {Box} from 'ink';
import {Lines} from '../lines.js';
import type {ScreenProps} from '../screen.js';
import {adviceLines, questionLines} from './advice-lines.js';
import type {AdviceEvent, AdviceScreenState} from './advice-state.js';
import {frameOf} from './frame.js';
import {Framed} from './framed.js';
import {ScrolledLines} from './scrolled-lines.js';

/**
“Which mode should I use?”: four questions, and under them the advice that follows from the answers as they stand.
*/
export const AdviceScreen = ({
	state,
	dispatch,
	columns,
	rows,
	theme,
}: ScreenProps<AdviceScreenState, AdviceEvent>) => {
	const frame = frameOf(columns, rows, {columns: 96, rows: 19});
	const {innerColumns, innerRows} = frame;
	const asked = questionLines(state, innerColumns, theme);
	const gap = innerRows > asked.length + 6 ? 1 : 0;
	return (
		<Framed title="Which mode should I use?" {...{frame, columns, rows, theme}}>
			<Box flexDirection="column" flexShrink={0} width={innerColumns} height={innerRows}>
				<Lines lines={asked} columns={innerColumns} rows={asked.length + gap} theme={theme} />
				<ScrolledLines
					lines={adviceLines(state, innerColumns, theme)}
					columns={innerColumns}
					rows={Math.max(1, innerRows - asked.length - gap)}
					scroll={state.scroll}
					theme={theme}
					onMeasure={(rowCount, height) => dispatch({type: 'measured', rowCount, height})}
				/>
			</Box>
		</Framed>
	);
};

import {Box} from 'ink';
import {useEffect, useEffectEvent} from 'react';
import {emptyLine} from '../line-parts.js';
import {Lines} from '../lines.js';
import type {ScreenProps} from '../screen.js';
import {fileLines, fixedLines, problemLines} from './audio-lines.js';
import {type AudioEvent, type AudioScreenState, lookForInputs} from './audio-state.js';
import {frameOf} from './frame.js';
import {Framed} from './framed.js';
import {ruleUnder, windowTop} from './list-window.js';

/**
The audio chooser: the sample, a microphone, a path that is typed, or a file that was used before or lies nearby.
*/
export const AudioScreen = ({
	state,
	dispatch,
	actions,
	columns,
	rows,
	theme,
}: ScreenProps<AudioScreenState, AudioEvent>) => {
	const look = useEffectEvent(async () => {
		void lookForInputs(actions, dispatch);
		dispatch({type: 'listed', listing: await actions.findAudio()});
	});
	useEffect(() => {
		void look();
	}, []);
	const frame = frameOf(columns, rows, {columns: 92, rows: 24});
	const {innerColumns, innerRows} = frame;
	const gap = innerRows < 9 ? [] : [emptyLine];
	const fixed = fixedLines(state, innerColumns, theme);
	const problem = problemLines(state, innerColumns, theme).slice(
		0,
		Math.max(0, innerRows - fixed.length - 2),
	);
	const head = [...problem, ...(problem.length > 0 ? gap : []), ...fixed, ...gap];
	const {lines, selectedLine} = fileLines(state, innerColumns, theme);
	const room = Math.max(2, innerRows - head.length);
	const listRows = lines.length > room ? room - 1 : room;
	const top = windowTop(selectedLine, lines.length, listRows);
	return (
		<Framed title={titles[state.mode]} {...{frame, columns, rows, theme}}>
			<Box flexDirection="column" flexShrink={0} width={innerColumns} height={innerRows} overflow="hidden">
				<Lines lines={head} columns={innerColumns} rows={head.length} theme={theme} />
				<Lines
					lines={lines.slice(top, top + listRows)}
					firstNumber={top}
					columns={innerColumns}
					rows={listRows}
					theme={theme}
				/>
				{listRows < room && (
					<Lines
						lines={[ruleUnder(top, listRows, lines.length, innerColumns, theme)]}
						columns={innerColumns}
						rows={1}
						theme={theme}
					/>
				)}
			</Box>
		</Framed>
	);
};

const titles = {
	'side-by-side': 'Audio for both modes',
	batch: 'Audio for batch',
	'real-time': 'Audio for real-time',
};

import {Box} from 'ink';
import {useMemo} from 'react';
import {keyMap} from '../key-map.js';
import {type Line, span} from '../line.js';
import {emptyLine} from '../line-parts.js';
import {Lines} from '../lines.js';
import type {ScreenProps} from '../screen.js';
import type {Theme} from '../theme.js';
import {frameOf} from './frame.js';
import {Framed} from './framed.js';
import {figureLines, keyLines, troubleLines} from './help-lines.js';
import {type HelpEvent, type HelpScreenState, helpSections} from './help-state.js';
import {ScrolledLines} from './scrolled-lines.js';

/**
The help, in three parts: keys, figures, trouble.
*/
export const HelpScreen = ({
	state,
	dispatch,
	columns,
	rows,
	theme,
}: ScreenProps<HelpScreenState, HelpEvent>) => {
	const frame = frameOf(columns, rows, {columns: 96, rows});
	const {innerColumns, innerRows} = frame;
	const {section, scroll, below} = state;

	// What stands below may change many times a second while a run goes on; the keys that hold there do not.
	const holding = keyMap.flatMap((group, index) => (group.holds(below) ? [index] : [])).join(' ');
	const lines = useMemo(
		() => linesOf(section, holding, innerColumns, theme),
		[section, holding, innerColumns, theme],
	);
	const head = [tabLine(section), emptyLine];
	return (
		<Framed title="Help" {...{frame, columns, rows, theme}}>
			<Box flexDirection="column" flexShrink={0} width={innerColumns} height={innerRows}>
				<Lines lines={head} columns={innerColumns} rows={head.length} theme={theme} />
				<ScrolledLines
					lines={lines}
					columns={innerColumns}
					rows={innerRows - head.length}
					scroll={scroll}
					theme={theme}
					onMeasure={(rowCount, height) => dispatch({type: 'measured', rowCount, height})}
				/>
			</Box>
		</Framed>
	);
};

/**
@param holding - The numbers of the groups of keys that hold where the help was opened: they come first.
*/
const linesOf = (section: number, holding: string, columns: number, theme: Theme): readonly Line[] => {
	switch (helpSections[section]) {
		case 'Figures': {
			return figureLines(columns);
		}

		case 'Trouble': {
			return troubleLines(columns);
		}

		default: {
			const first = new Set(holding.split(' ').map(index => keyMap[Number(index)]));
			const others = keyMap.filter(group => !first.has(group)).toReversed(); // The general before the special.
			return keyLines([...keyMap.filter(group => first.has(group)), ...others], columns, theme);
		}
	}
};

/**
The parts with their numbers; the open one stands out also without colour.
*/
const tabLine = (section: number): Line =>
	helpSections.map((title, index) =>
		index === section
			? span(`[${index + 1} ${title}] `, 'accent')
			: span(` ${index + 1} ${title}  `, 'quiet'),
	);

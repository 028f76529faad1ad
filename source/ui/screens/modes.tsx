import {Box, Text} from 'ink';
import SelectInput from 'ink-select-input';
import {useMemo} from 'react';
import {sanitise} from '../../core/sanitise.js';
import {type Line, padded, wrappedLines} from '../line.js';
import {emptyLine} from '../line-parts.js';
import {Lines} from '../lines.js';
import type {ScreenProps} from '../screen.js';
import type {Theme} from '../theme.js';
import {frameOf} from './frame.js';
import {Framed} from './framed.js';
import {
	type ModeItem,
	type ModesEvent,
	type ModesScreenState,
	type ModesState,
	modeItems,
} from './modes-state.js';

/**
The mode picker: what Duet can do, each with a line on what it is for.
*/
export const ModesScreen = ({state, columns, rows, theme}: ScreenProps<ModesScreenState, ModesEvent>) => {
	const frame = frameOf(columns, rows, {columns: 78, rows: modeItems.length + 6});
	const fitsPurposes = frame.innerColumns >= 2 + labelColumns + purposeColumns;
	const items = useMemo(
		() => modeItems.map(item => ({key: item.label, label: item.label, value: {item, fitsPurposes, theme}})),
		[fitsPurposes, theme],
	);
	const {above, below} = surroundings(
		state,
		frame.innerColumns,
		frame.innerRows - modeItems.length,
		fitsPurposes,
	);

	return (
		<Framed title="Duet" {...{frame, columns, rows, theme}}>
			<Box flexDirection="column" flexShrink={0} width={frame.innerColumns} height={frame.innerRows}>
				<Lines lines={above} columns={frame.innerColumns} rows={above.length} theme={theme} />
				<SelectInput
					key={state.highlighted} // It keeps a selection of its own, which begins here.
					items={items}
					initialIndex={state.highlighted}
					isFocused={false} // The keys are in the key map.
					indicatorComponent={NoIndicator}
					itemComponent={Row}
				/>
				<Lines lines={below} columns={frame.innerColumns} rows={below.length} theme={theme} />
			</Box>
		</Framed>
	);
};

/**
The longest label and a gap.
*/
const labelColumns = Math.max(...modeItems.map(({label}) => label.length)) + 2;
const purposeColumns = Math.max(...modeItems.map(({purpose}) => purpose.length));

/**
What stands above and below the list, as far as there is room: a sentence on Duet above; below, the purpose of the
chosen mode where it has no place beside it, and the note. What does not fit is left out as a whole.
*/
const surroundings = (
	{highlighted, note}: ModesState,
	columns: number,
	room: number,
	fitsPurposes: boolean,
): {readonly above: readonly Line[]; readonly below: readonly Line[]} => {
	const purpose = modeItems[highlighted]?.purpose ?? '';
	const purposeLines = fitsPurposes ? [] : [emptyLine, ...wrappedLines(purpose, columns)];
	const noteLines = note === undefined ? [] : wrappedLines(sanitise(note), columns, {style: 'quiet'});
	const used = purposeLines.length <= room ? purposeLines : [];
	const gaps = noteLines.length === 0 ? [[]] : [[emptyLine], []];
	const below = gaps.map(gap => [...used, ...gap, ...noteLines]).find(lines => lines.length <= room) ?? used;
	const intro = [
		...wrappedLines('Speak once, see both modes, know which to use and why.', columns),
		emptyLine,
	];
	return {above: intro.length + below.length <= room ? intro : [], below};
};

/**
An item of the list, with what its row is drawn from.
*/
type RowValue = {readonly item: ModeItem; readonly fitsPurposes: boolean; readonly theme: Theme};

const Row = ({
	isSelected = false,
	value,
}: {
	readonly isSelected?: boolean;
	readonly label: string;
	readonly value?: RowValue;
}) => {
	if (value === undefined) {
		return null;
	}

	const {item, fitsPurposes, theme} = value;
	return (
		<Text wrap="truncate-end">
			<Text {...(isSelected ? theme.styles.accent : theme.styles.plain)} bold={isSelected}>
				{isSelected ? `${theme.signs.pointer} ` : '  '}
				{fitsPurposes ? padded(item.label, labelColumns) : item.label}
			</Text>
			{fitsPurposes && (
				<Text {...(isSelected ? theme.styles.plain : theme.styles.quiet)}>{item.purpose}</Text>
			)}
		</Text>
	);
};

/**
The row draws its own pointer, in the theme.
*/
const NoIndicator = () => null;

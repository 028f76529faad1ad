import {bytesText} from '../../core/figures.js';
import {sanitise} from '../../core/sanitise.js';
import {cutEnd, type Line, padded, type Span, span} from '../line.js';
import {cutStart, ledParagraph} from '../line-parts.js';
import {fieldLine, fieldText} from '../text-field.js';
import {textWidth} from '../text-width.js';
import type {Theme} from '../theme.js';
import {type AudioRow, audioRows} from './audio-rows.js';
import type {AudioScreenState} from './audio-state.js';

/**
The list under the fixed rows: microphones and files under the headings of their groups.

@returns Also the number of the selected row; 0 where it is one of the fixed ones.
*/
export const fileLines = (
	state: AudioScreenState,
	columns: number,
	theme: Theme,
): {readonly lines: readonly Line[]; readonly selectedLine: number} => {
	const lines: Line[] = [];
	let selectedLine = 0;
	let group: string | undefined;
	for (const [index, row] of audioRows(state).entries()) {
		if (!('group' in row)) {
			continue;
		}

		if (row.group !== group) {
			group = row.group;
			lines.push([span(headings[row.group], 'quiet')]);
		}

		if (index === state.selected) {
			selectedLine = lines.length;
		}

		lines.push(
			row.type === 'input'
				? inputLine(row, index === state.selected, columns, theme)
				: fileLine(row, index === state.selected, columns, theme),
		);
	}

	return {lines: lines.length > 0 ? lines : [[span(emptyText(state), 'quiet')]], selectedLine};
};

const headings = {inputs: 'Other microphones', matches: 'Matches', recent: 'Used last', nearby: 'Nearby'};

const emptyText = ({listing, field}: AudioScreenState): string => {
	if (listing === undefined) {
		return 'Looking for audio files nearby';
	}

	return fieldText(field) === '' ? 'No audio files nearby.' : 'Nothing begins with or has these letters.';
};

const sizeColumns = 9;

const fileLine = (
	row: Extract<AudioRow, {readonly path: string}>,
	isSelected: boolean,
	columns: number,
	{signs}: Theme,
): Line => {
	const size = row.type === 'file' && row.byteCount !== undefined ? bytesText(row.byteCount) : '';
	const room = columns - 2 - sizeColumns;
	const path = cutStart(sanitise(row.path), room, signs.ellipsis);
	return [
		pointer(isSelected, signs.pointer),
		span(padded(path, room), isSelected ? 'accent' : 'plain'),
		span(size.padStart(sizeColumns), 'quiet'),
	];
};

const inputLine = (
	{name}: Extract<AudioRow, {readonly type: 'input'}>,
	isSelected: boolean,
	columns: number,
	{signs}: Theme,
): Line => [
	pointer(isSelected, signs.pointer),
	span(cutEnd(name, columns - 2, signs.ellipsis), isSelected ? 'accent' : 'plain'),
];

const pointer = (isSelected: boolean, sign: string): Span => span(isSelected ? `${sign} ` : '  ', 'accent');

/**
The rows that are always there: the sample, the usual microphone, and the field for a path.
*/
export const fixedLines = (state: AudioScreenState, columns: number, theme: Theme): readonly Line[] => {
	const {signs} = theme;
	const row = (index: number, title: string, rest: readonly Span[]): Line => [
		pointer(index === state.selected, signs.pointer),
		span(padded(title, titleColumns), index === state.selected ? 'accent' : 'plain'),
		...rest,
	];
	const room = columns - 2 - titleColumns;
	const note = (text: string) => [span(cutEnd(text, room, signs.ellipsis), 'quiet')];
	return [
		row(0, 'Sample', note('a short meeting, comes with Duet')),
		row(1, 'Microphone', note(microphoneText(state))),
		row(2, 'File', fieldSpans(state, room, theme)),
	];
};

const microphoneText = ({inputs, device}: AudioScreenState): string => {
	if (device !== undefined) {
		return `${device}, from your settings`;
	}

	if (inputs?.type === 'none') {
		return inputs.problem.message;
	}

	const usual = inputs?.inputs.find(({isDefault}) => isDefault);
	return usual ? `${usual.name}, the system’s default` : 'the system’s default';
};

const titleColumns = 'Microphone'.length + 2;

const fieldSpans = (
	{selected, field}: AudioScreenState,
	columns: number,
	{signs}: Theme,
): readonly Span[] => {
	const text = sanitise(fieldText(field));
	if (selected === 2) {
		const shown = fieldLine(field, columns, signs);
		const hint = ' a path or letters; tab completes';
		return text === '' && textWidth(hint) + 1 <= columns ? [...shown, span(hint, 'quiet')] : shown;
	}

	return text === ''
		? [span(cutEnd('/ to type a path or search', columns, signs.ellipsis), 'quiet')]
		: [span(cutStart(text, columns, signs.ellipsis))];
};

/**
Why the last choice could not be used, with what to do.
*/
export const problemLines = (
	{problem}: AudioScreenState,
	columns: number,
	{signs}: Theme,
): readonly Line[] =>
	problem
		? ledParagraph(
				[span(`${signs.failed} `, 'bad')],
				sanitise(`${problem.message} ${problem.nextStep}`),
				columns,
			)
		: [];

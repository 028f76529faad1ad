import {sanitise} from '../../core/sanitise.js';
import {characters, cutEnd, type Line, padded, type Span, span, wrappedLines} from '../line.js';
import {cutStart, ledParagraph} from '../line-parts.js';
import {fieldLine, type TextField} from '../text-field.js';
import type {Theme} from '../theme.js';
import type {SettingRow} from './setting-row.js';
import {settingRows} from './setting-rows.js';
import {type SettingsState, selectedRow} from './settings-state.js';

/**
The settings under the headings of their groups.

@returns Also the number of the selected row.
*/
export const settingsLines = (
	state: SettingsState,
	columns: number,
	theme: Theme,
): {readonly lines: readonly Line[]; readonly selectedLine: number} => {
	const lines: Line[] = [];
	let selectedLine = 0;
	for (const [index, row] of settingRows.entries()) {
		if (row.group !== settingRows[index - 1]?.group) {
			lines.push([span(row.group, 'quiet')]);
		}

		const isSelected = index === state.selected;
		if (isSelected) {
			selectedLine = lines.length;
		}

		lines.push([
			span(isSelected ? `${theme.signs.pointer} ` : '  ', 'accent'),
			span(padded(row.title, titleColumns), isSelected ? 'accent' : 'plain'),
			...valueSpans(state, row, isSelected, columns - titleColumns - 2, theme),
		]);
	}

	return {lines, selectedLine};
};

/**
The longest title and a gap.
*/
const titleColumns = Math.max(...settingRows.map(({title}) => title.length)) + 2;

const valueSpans = (
	{values, facts, editing}: SettingsState,
	row: SettingRow,
	isSelected: boolean,
	columns: number,
	{signs}: Theme,
): readonly Span[] => {
	if (isSelected && editing && row.kind === 'entry') {
		return fieldLine(row.isSecret ? hidden(editing) : editing, columns, signs);
	}

	const value = cutEnd(sanitise(row.show(values, facts)), columns - 4, signs.ellipsis);
	if (isSelected && row.kind === 'choice') {
		return [
			span(`${signs.partialStart} `, 'accent'),
			span(value, 'title'),
			span(` ${signs.partialEnd}`, 'accent'),
		];
	}

	return [span(`  ${value}`, isSelected ? 'title' : row.kind === 'none' ? 'quiet' : 'plain')];
};

/**
A secret as it is typed: its length, and nothing of it.
*/
const hidden = ({before, after}: TextField): TextField => ({
	before: '*'.repeat(characters(before).length),
	after: '*'.repeat(characters(after).length),
});

/**
What the selected setting does, and what came of the last change, in at most this many rows. Where there are too few, what
it does is cut.
*/
export const detailLines = (
	state: SettingsState,
	columns: number,
	rows: number,
	theme: Theme,
): readonly Line[] => {
	const row = selectedRow(state);
	const outcome = outcomeLines(state, columns, theme).slice(0, rows);
	const help = row ? helpLines(row, columns) : [];
	return [...shortened(help, rows - outcome.length, theme.signs.ellipsis), ...outcome];
};

const shortened = (lines: readonly Line[], rows: number, ellipsis: string): readonly Line[] =>
	lines.length <= rows
		? lines
		: lines
				.slice(0, Math.max(0, rows))
				.map((line, index) => (index === rows - 1 ? [...line, span(ellipsis, 'quiet')] : line));

const helpLines = (row: SettingRow, columns: number): readonly Line[] =>
	wrappedLines(row.help, columns - 1, {style: 'quiet'});

const outcomeLines = (state: SettingsState, columns: number, {signs}: Theme): readonly Line[] => {
	const {outcome, facts, editing} = state;
	const lead = (sign: string, style: 'good' | 'warning' | 'bad'): Line => [span(`${sign} `, style)];
	const origin = facts.origins[selectedRow(state)?.id ?? ''];
	switch (outcome?.type) {
		case 'saved': {
			const text =
				origin === undefined
					? 'Saved. It holds from the next run on.'
					: `Saved, for the next run. ${capitalised(sanitise(origin))} counts again at the next start.`;
			return ledParagraph(lead(signs.done, 'good'), text, columns);
		}

		case 'refused': {
			return ledParagraph(lead(signs.failed, 'warning'), outcome.reason, columns);
		}

		case 'not-saved': {
			const {message, nextStep} = outcome.problem;
			const text = sanitise(`It holds until Duet ends, but is not saved. ${message} ${nextStep}`);
			return ledParagraph(lead(signs.failed, 'bad'), text, columns);
		}

		default: {
			const text = editing
				? 'enter takes it over, esc leaves it as it was'
				: origin === undefined
					? `Kept in ${cutStart(sanitise(facts.file), columns - 8, signs.ellipsis)}`
					: `Set by ${sanitise(origin)}, which counts before this`;
			return [[span(cutEnd(text, columns, signs.ellipsis), 'quiet')]];
		}
	}
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
How many rows the details need, whichever setting is selected, so that the list does not move when another one is.
*/
export const detailRows = (state: SettingsState, columns: number, theme: Theme): number =>
	Math.max(...settingRows.map(row => helpLines(row, columns).length)) +
	outcomeLines(state, columns, theme).length;

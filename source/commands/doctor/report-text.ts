import {countText} from '../../core/figures.js';
import {sanitise} from '../../core/sanitise.js';
import {plainTable} from '../../terminal/plain-table.js';
import type {CheckResult, CheckStatus} from './check.js';
import type {TextStyle} from './check-text.js';
import type {SettingRow} from './setting-rows.js';

/**
The settings and where each came from: first those that somebody has set.
*/
export const settingsTable = (
	rows: readonly SettingRow[],
	{columns, paint}: Pick<TextStyle, 'columns' | 'paint'>,
): string => {
	const isDefault = ({origin}: SettingRow) => Number(origin === 'default');
	const cells = rows
		.toSorted((a, b) => isDefault(a) - isDefault(b))
		.map(({name, value, origin}) => [name, sanitise(String(value ?? '–')), origin]);
	return plainTable(['Setting', 'Value', 'From'], cells, columns).replace(/^.*/v, headings =>
		paint('bold', headings),
	);
};

/**
How many checks came out how.
*/
export const summaryText = (
	results: ReadonlyArray<Pick<CheckResult, 'status'>>,
	{paint}: Pick<TextStyle, 'paint'>,
): string => {
	const count = (status: CheckStatus) => results.filter(result => result.status === status).length;
	return paint(
		'bold',
		`${count('good')} good, ${countText(count('warning'), 'warning')}, ${count('bad')} bad.`,
	);
};

import type {Comparison} from '../../core/comparison.js';
import {comparisonRows} from '../../core/comparison-rows.js';
import {initialRunState} from '../../core/run-state.js';
import {keyTexts} from '../help/key-text.js';
import {terms} from '../help/terms.js';
import {troubles} from '../help/troubleshooting.js';
import type {KeyBinding} from '../key-binding.js';
import {type Line, padded, span, wrappedLines} from '../line.js';
import {emptyLine, ledParagraph} from '../line-parts.js';
import type {Theme} from '../theme.js';

/**
Keys that belong together, under a title. What they do is of no concern here.
*/
export type ListedKeys = {
	readonly title: string;
	readonly bindings: ReadonlyArray<Pick<KeyBinding<never>, 'keys' | 'help'>>;
};

/**
All keys, under the titles of their groups.
*/
export const keyLines = (groups: readonly ListedKeys[], columns: number, theme: Theme): readonly Line[] => {
	const all = groups.map(({title, bindings}) => ({
		title,
		rows: bindings.map(({keys, help}) => ({keys: keyTexts(keys, theme.hasUnicode).join(' '), help})),
	}));
	const longest = Math.max(...all.flatMap(({rows}) => rows.map(({keys}) => keys.length)));
	const keyColumns = Math.min(longest + 4, 30, Math.floor(columns * 0.4));
	return all.flatMap(({title, rows}, index) => [
		...(index === 0 ? [] : [emptyLine]),
		[span(title, 'title')],
		...rows.flatMap(({keys, help}) => keyRow(keys, help, keyColumns, columns)),
	]);
};

/**
The keys on the left, what they do on the right; each side has as many rows as it needs.
*/
const keyRow = (keys: string, help: string, keyColumns: number, columns: number): readonly Line[] => {
	const left = wrappedLines(keys, keyColumns - 4).map(line => line.map(({text}) => text).join(''));
	const right = wrappedLines(help, columns - keyColumns).map(line => line.map(({text}) => text).join(''));
	return Array.from({length: Math.max(left.length, right.length)}, (_, row) => [
		span(padded(`  ${left[row] ?? ''}`, keyColumns), 'key'),
		span(right[row] ?? ''),
	]);
};

/**
What each figure means and how it is taken, then the words that they use.
*/
export const figureLines = (columns: number): readonly Line[] =>
	[...comparisonRows.map(({title, help}) => ({title: title(noComparison), help})), ...terms].flatMap(
		({title, help}, index) => [
			...(index === 0 ? [] : [emptyLine]),
			[span(title, 'title')],
			...ledParagraph([span('  ')], help, columns),
		],
	);

/**
The titles of rows may depend on what was measured; here nothing was.
*/
const noComparison: Comparison = {
	run: initialRunState,
	audioSeconds: 0,
	isLive: false,
	pace: 1,
	model: 'enhanced',
	prices: [],
	accuracy: {},
};

/**
What can go wrong: what is seen, why, what to do, and what Duet does by itself.
*/
export const troubleLines = (columns: number): readonly Line[] =>
	troubles.flatMap(({title, seen, why, remedy, byItself}, index) => [
		...(index === 0 ? [] : [emptyLine]),
		[span(title, 'title')],
		...(
			[
				['Seen', seen],
				['Why', why],
				['Do', remedy],
				['Duet', byItself],
			] as const
		).flatMap(([label, text]) => ledParagraph([span(`  ${padded(label, 6)}`, 'quiet')], text, columns)),
	]);

import stringWidth from 'string-width';
import {sanitise} from '../../core/sanitise.js';
import {wrapWords} from '../../core/wrap-words.js';
import type {Check, CheckLine, CheckResult, CheckStatus} from './check.js';

/**
How results are written.
*/
export type TextStyle = {
	/**
	The width they may take.
	*/
	readonly columns: number;
	readonly hasUnicode: boolean;
	readonly paint: (format: 'bold' | 'dim' | 'green' | 'yellow' | 'red', text: string) => string;
};

/**
A check's result: a sign and a word for its status, its title, and beside them what was found and what to do. On a narrow
terminal that stands below. Ends in a newline.
*/
export const checkText = (
	{title}: Pick<Check, 'title'>,
	{status, says, nextStep}: CheckResult,
	{columns, hasUnicode, paint}: TextStyle,
): string => {
	const {sign, ascii, colour} = looks[status];
	const mark = paint(colour, `${hasUnicode ? sign : ascii} ${status.padEnd(statusColumns)}`);
	const head = `${mark}  ${paint('bold', title)}`;
	const isNarrow = columns < narrowColumns;
	const indent = isNarrow ? 2 : headColumns;
	const width = Math.max(1, columns - indent);
	const lines = [
		...saysLines(says, width, label => paint('dim', label)),
		...(nextStep === undefined ? [] : hanging(hasUnicode ? '→ ' : '> ', nextStep, width)),
	];
	const body = lines.map(line => ' '.repeat(indent) + line);
	const [first = '', ...rest] = body;
	const text = isNarrow ? [head, ...body] : [head + first.slice(titleStart + stringWidth(title)), ...rest];
	return `${text.join('\n')}\n`;
};

const looks: Readonly<
	Record<CheckStatus, {sign: string; ascii: string; colour: 'green' | 'yellow' | 'red'}>
> = {
	good: {sign: '✓', ascii: '+', colour: 'green'},
	warning: {sign: '▲', ascii: '!', colour: 'yellow'},
	bad: {sign: '✗', ascii: 'x', colour: 'red'},
};

const statusColumns = 'warning'.length;
const titleColumns = 12;
const titleStart = 2 + statusColumns + 2;
const headColumns = titleStart + titleColumns + 2;
const narrowColumns = 64;

/**
Labels that follow each other make a table.
*/
const saysLines = (
	says: readonly CheckLine[],
	width: number,
	paintLabel: (label: string) => string,
): readonly string[] => {
	const labels = says.flatMap(line => (typeof line === 'string' ? [] : [stringWidth(sanitise(line[0]))]));
	const labelColumns = Math.max(0, ...labels);
	return says.flatMap(line => {
		if (typeof line === 'string') {
			return wrapWords(sanitise(line), width, stringWidth);
		}

		const label = sanitise(line[0]);
		const gap = ' '.repeat(labelColumns - stringWidth(label) + 2);
		return hanging(label + gap, line[1], width, paintLabel);
	});
};

/**
Text behind a label, and its further lines below its first.
*/
const hanging = (
	label: string,
	text: string,
	width: number,
	paintLabel: (label: string) => string = label => label,
): readonly string[] => {
	const indent = stringWidth(label);
	return wrapWords(sanitise(text), Math.max(1, width - indent), stringWidth).map((line, index) =>
		index === 0 ? paintLabel(label) + line : ' '.repeat(indent) + line,
	);
};

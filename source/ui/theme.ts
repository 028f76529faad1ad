import type {BoxProps, TextProps} from 'ink';
import {textWidth} from './text-width.js';

/**
How things look, by what they mean. Colour is never the only sign: where there is none, every style still differs or
stands beside a word or a character that says the same.
*/
export type Theme = {
	/**
	Whether the terminal can show more than ASCII.
	*/
	readonly hasUnicode: boolean;

	/**
	For `<Text {...theme.styles.quiet}>`.
	*/
	readonly styles: Readonly<Record<StyleName, TextStyle>>;
	readonly signs: Readonly<Record<SignName, string>>;

	/**
	A text as this terminal can show it: the same, or in ASCII.
	*/
	readonly shown: (text: string) => string;

	/**
	From silence to as loud as can be, one column each.
	*/
	readonly levels: readonly string[];

	/**
	For `<Box borderStyle={theme.border}>`.
	*/
	readonly border: NonNullable<BoxProps['borderStyle']>;
};

export type StyleName =
	| 'plain'
	| 'title'
	| 'quiet'
	| 'accent'
	| 'good'
	| 'warning'
	| 'bad'
	| 'partial'
	| 'speaker'
	| 'selected'
	| 'key';

type TextStyle = Pick<TextProps, 'bold' | 'dimColor' | 'italic' | 'underline' | 'inverse' | 'color'>;

/**
Signs of one column each.
*/
type SignName =
	| 'live'
	| 'done'
	| 'failed'
	| 'waiting'
	| 'pointer'
	| 'dot'
	| 'up'
	| 'down'
	| 'left'
	| 'right'
	| 'ellipsis'
	| 'partialStart'
	| 'partialEnd'
	| 'barFull'
	| 'barEmpty'
	| 'horizontal'
	| 'vertical'
	| 'topLeft'
	| 'topRight'
	| 'bottomLeft'
	| 'bottomRight'
	| 'cursor';

/**
@param hasColour - Colours are the terminal's own sixteen, which suit its background, dark or light.
@param hasUnicode - Else borders and signs are ASCII.
*/
export const createTheme = ({
	hasColour,
	hasUnicode,
}: {
	readonly hasColour: boolean;
	readonly hasUnicode: boolean;
}): Theme => ({
	hasUnicode,
	styles: hasColour ? colourful : colourless,
	signs: hasUnicode ? unicodeSigns : asciiSigns,
	shown: hasUnicode ? text => text : toAscii,
	levels: Array.from(hasUnicode ? '▁▂▃▄▅▆▇█' : '_.-:=+*#'),
	border: hasUnicode ? 'round' : 'classic',
});

/**
Signs that Duet itself writes have a likeness in ASCII; what is in a transcript has none, and one ? a column keeps the width.
*/
const toAscii = (text: string): string =>
	text.replaceAll(/[^\x20-\x7E]/gv, sign => likenesses[sign] ?? '?'.repeat(textWidth(sign)));

const likenesses: Readonly<Record<string, string>> = {
	'–': '-',
	'—': '-',
	'·': '-',
	'…': '~',
	'×': 'x',
	'−': '-',
	'∞': '-',
	'“': '"',
	'”': '"',
	'‘': "'",
	'’': "'",
	'\u{A0}': ' ',
	'→': '>',
	'↑': '^',
	'↓': 'v',
	'←': '<',
};

const colourless: Theme['styles'] = {
	plain: {},
	title: {bold: true},
	quiet: {dimColor: true},
	accent: {bold: true},
	good: {bold: true},
	warning: {bold: true},
	bad: {bold: true},
	partial: {italic: true},
	speaker: {bold: true},
	selected: {inverse: true},
	key: {bold: true},
};

const colourful: Theme['styles'] = {
	...colourless,
	accent: {color: 'cyan'},
	good: {color: 'green'},
	warning: {color: 'yellow'},
	bad: {color: 'red', bold: true},
	partial: {italic: true, color: 'cyan'},
	speaker: {color: 'magenta'},
	key: {color: 'cyan', bold: true},
};

const unicodeSigns: Theme['signs'] = {
	live: '●',
	done: '✓',
	failed: '✗',
	waiting: '○',
	pointer: '❯',
	dot: '·',
	up: '↑',
	down: '↓',
	left: '←',
	right: '→',
	ellipsis: '…',
	partialStart: '‹',
	partialEnd: '›',
	barFull: '█',
	barEmpty: '░',
	horizontal: '─',
	vertical: '│',
	topLeft: '╭',
	topRight: '╮',
	bottomLeft: '╰',
	bottomRight: '╯',
	cursor: '▏',
};

const asciiSigns: Theme['signs'] = {
	live: '*',
	done: '+',
	failed: 'x',
	waiting: 'o',
	pointer: '>',
	dot: '-',
	up: '^',
	down: 'v',
	left: '<',
	right: '>',
	ellipsis: '~',
	partialStart: '<',
	partialEnd: '>',
	barFull: '#',
	barEmpty: '.',
	horizontal: '-',
	vertical: '|',
	topLeft: '+',
	topRight: '+',
	bottomLeft: '+',
	bottomRight: '+',
	cursor: '_',
};

import {comfortableSize, isTooSmall, layoutPanes, smallestSize} from '../../ui/layout.js';
import {fullScreenObstacle} from '../full-screen.js';
import type {Check, CheckContext, CheckLine} from './check.js';

type Facts = CheckContext['terminal'];
type Size = NonNullable<Facts['size']>;

/**
What the terminal can show, and what the app makes of it.
*/
export const terminal: Check = {
	id: 'terminal',
	title: 'Terminal',
	limitMs: 5000,
	async run({terminal: facts, values}) {
		const obstacle = fullScreenObstacle(facts, values.linear);
		const advice = [...sizeAdvice(facts), ...typeAdvice(facts), ...unicodeAdvice(facts)];
		return {
			status: advice.length > 0 ? 'warning' : 'good',
			says: [
				obstacle === undefined
					? `duet opens the full-screen app: ${viewText(facts.size)}`
					: `duet prints the comparison and does not open the app, because ${obstacle}.`,
				['size', sizeText(facts.size)],
				['colours', coloursText(facts, values.color)],
				['characters', charactersText(facts)],
				...streamLines(facts),
			],
			...(advice.length > 0 && {nextStep: advice.join(' ')}),
		};
	},
};

const views = {
	wide: 'the transcripts stand beside each other.',
	stacked: 'the panes stand above each other.',
	single: 'one pane shows at a time, and tab goes to the next.',
};

const viewText = (size: Size | undefined): string => {
	if (size === undefined) {
		return 'how it looks depends on its size.';
	}

	return isTooSmall(size)
		? 'but there is no room for anything in it.'
		: views[layoutPanes(size, ['batch', 'real-time', 'comparison'], 'batch', false).kind];
};

const text = ({columns, rows}: Size): string => `${columns}×${rows}`;

const sizeText = (size: Size | undefined): string =>
	`${size ? text(size) : 'not known'}; from ${text(smallestSize)} on the app can be used, from ${text(comfortableSize)} on it is comfortable`;

const coloursText = ({colourBits, isWithoutColours, type}: Facts, isColourful: boolean): string => {
	if (isWithoutColours || !isColourful) {
		return `none, as ${isWithoutColours ? 'NO_COLOR is set' : '--no-color asks for'}`;
	}

	if (colourBits === undefined) {
		return 'none, as nothing here is written to a terminal';
	}

	const named = type === undefined ? '' : ` (TERM ${type})`;
	return colourBits === 1 ? `none${named}` : `${(2 ** colourBits).toLocaleString('en')}${named}`;
};

const charactersText = ({hasUnicode, locale}: Facts): string =>
	`${hasUnicode ? 'UTF-8' : 'ASCII signs only'}${locale === undefined ? '' : ` (locale ${locale})`}`;

const streamLines = ({isInputTerminal, isOutputTerminal}: Facts): readonly CheckLine[] =>
	Object.entries({stdin: isInputTerminal, stdout: isOutputTerminal}).map(([name, isTerminal]) => [
		name,
		isTerminal ? 'a terminal' : 'a file or a pipe',
	]);

const sizeAdvice = ({size}: Facts): readonly string[] =>
	size && isTooSmall(size)
		? [`Enlarge the terminal to at least ${text(smallestSize)}; duet compare works in any size.`]
		: [];

const typeAdvice = ({type}: Facts): readonly string[] =>
	type === 'dumb' ? ['Set TERM to what your terminal is, such as xterm-256color.'] : [];

const unicodeAdvice = ({hasUnicode, type}: Facts): readonly string[] => {
	if (hasUnicode) {
		return [];
	}

	return type === 'linux'
		? ['The font of this console lacks the signs; a terminal emulator has them.']
		: ['For bars and borders set a UTF-8 locale: export LC_ALL=C.UTF-8'];
};

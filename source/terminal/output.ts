import process from 'node:process';
import type {WriteStream} from 'node:tty';
import {styleText} from 'node:util';
import stringWidth from 'string-width';
import type {Problem} from '../core/problem.js';
import {sanitise} from '../core/sanitise.js';
import {wrapWords} from '../core/wrap-words.js';
import {createRedraw, terminalColumns} from './redraw.js';

/**
Where a command writes: results to stdout, everything that is said about them to stderr.
*/
export type Output = {
	/**
	Whether progress can be drawn in place.
	*/
	readonly isLive: boolean;

	/**
	The width for results, in columns: the terminal's, or a readable one for files and pipes.
	*/
	readonly columns: number;

	/**
	Whether the results still arrive: no reader has left, and no disk is full.
	*/
	readonly isRead: () => boolean;

	/**
	Writes a part of the result.
	*/
	readonly write: (text: string) => void;

	/**
	Says something that stays, in lines of its own.
	*/
	readonly note: (text: string) => void;

	/**
	Draws in place, several times a second, what is going on. Where nothing can be drawn in place the status is said
	now and then, a line each time.

	@param text - Asked for each frame: the transcript so far, and under it the state of things.
	*/
	readonly live: (frame: () => LiveFrame) => void;

	/**
	Takes away what is drawn in place.
	*/
	readonly endLive: () => void;

	/**
	Says what went wrong; but not that something was stopped where nobody reads its results, as that is why.
	*/
	readonly problem: (problem: Problem) => void;
};

/**
What is drawn in place. Paragraphs wrap to the terminal.
*/
export type LiveFrame = {
	readonly text: string;
	readonly status: readonly string[];
};

const columnsForPipes = 100;
const frameMs = 100;
const statusMs = 15_000;

/**
The output of the process itself. Text is made safe here, so that nothing from outside can steer the terminal.

@param isColourful - Colours still need a terminal, and NO_COLOR unset.
@param isLinear - Nothing is drawn in place, also on a terminal.
@param isRead - Whether what is written to stdout still arrives.
*/
export const processOutput = ({
	isColourful,
	isLinear,
	isRead,
}: {
	readonly isColourful: boolean;
	readonly isLinear: boolean;
	readonly isRead: () => boolean;
}): Output => {
	const {stdout, stderr} = process as unknown as {stdout: WriteStream; stderr: WriteStream};
	const paint = (format: Parameters<typeof styleText>[0], text: string) =>
		isColourful ? styleText(format, text, {stream: stderr}) : text;

	let frame: (() => LiveFrame) | undefined;
	let timer: NodeJS.Timeout | undefined;
	let textParagraphs = 0;
	const redraw =
		stderr.isTTY && !isLinear
			? createRedraw(stderr, (line, paragraph) => (paragraph < textParagraphs ? line : paint('dim', line)))
			: undefined;

	const draw = () => {
		if (redraw && frame) {
			const {text, status} = frame();
			const paragraphs = text === '' ? [] : [text];
			textParagraphs = paragraphs.length;
			redraw.draw([...paragraphs, ...status].map(paragraph => sanitise(paragraph)));
		}
	};

	const wrapped = (text: string, indent = ''): string =>
		(stderr.isTTY ? wrapWords(text, terminalColumns(stderr) - indent.length, stringWidth) : [text])
			.map(line => indent + line)
			.join('\n');

	const aboveLive = (write: () => void) => {
		redraw?.clear();
		write();
		draw();
	};

	const sayStatus = () => {
		const status = (frame?.().status ?? []).map(line => line.replaceAll(/ +/g, ' '));
		stderr.write(`${sanitise(status.join(' · '))}\n`);
	};

	const endLive = () => {
		clearInterval(timer);
		frame = undefined;
		redraw?.clear();
	};

	return {
		isLive: redraw !== undefined,
		get columns() {
			return stdout.isTTY ? terminalColumns(stdout) : columnsForPipes;
		},
		isRead,
		write(text) {
			aboveLive(() => stdout.write(text));
		},
		note(text) {
			aboveLive(() =>
				stderr.write(
					`${safeLines(text)
						.map(line => wrapped(line))
						.join('\n')}\n`,
				),
			);
		},
		live(newFrame) {
			endLive();
			frame = newFrame;
			timer = setInterval(redraw ? draw : sayStatus, redraw ? frameMs : statusMs);
			draw();
		},
		endLive,
		problem({kind, message, nextStep}) {
			endLive();
			if (kind === 'interrupted' && !isRead()) {
				return;
			}

			const text = wrapped(`error: ${sanitise(message)}`).replace('error:', paint('red', 'error:'));
			stderr.write(`${text}\n${wrapped(sanitise(nextStep), '  ')}\n`);
		},
	};
};

const safeLines = (text: string): readonly string[] => text.split('\n').map(line => sanitise(line));

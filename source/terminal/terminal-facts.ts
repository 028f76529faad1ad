import process from 'node:process';
import type {WriteStream} from 'node:tty';
import {hasUnicode} from './terminal-look.js';

/**
What is known of the terminal without asking it.
*/
export type TerminalFacts = {
	readonly isInputTerminal: boolean;
	readonly isOutputTerminal: boolean;

	/**
	Of the terminal behind stdout, or behind stderr where stdout goes elsewhere. Missing where neither is one, or it does not
	know its size.
	*/
	readonly size?: {readonly columns: number; readonly rows: number};

	/**
	2 to the power of this is the number of colours: 1, 4, 8 or 24. Missing where there is no terminal.
	*/
	readonly colourBits?: number;
	readonly hasUnicode: boolean;

	/**
	As the environment has them.
	*/
	readonly type?: string;
	readonly locale?: string;
	readonly isWithoutColours: boolean;
};

export const terminalFacts = (): TerminalFacts => {
	const {stdin, stdout, stderr, env} = process;
	const terminal = [stdout, stderr].find(({isTTY}) => isTTY) as WriteStream | undefined;
	const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
	return {
		isInputTerminal: Boolean(stdin.isTTY),
		isOutputTerminal: Boolean(stdout.isTTY),
		...(terminal && {colourBits: terminal.getColorDepth()}),
		...(terminal?.columns && {size: {columns: terminal.columns, rows: terminal.rows}}),
		hasUnicode: hasUnicode(env),
		...(env['TERM'] && {type: env['TERM']}),
		...(locale && {locale}),
		isWithoutColours: Boolean(env['NO_COLOR']),
	};
};

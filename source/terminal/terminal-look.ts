import process from 'node:process';
import type {WriteStream} from 'node:tty';

/**
What the terminal can show.
*/
export type TerminalLook = {readonly hasColour: boolean; readonly hasUnicode: boolean};

/**
@param isColourful - Whether the user wants colours. NO_COLOR and terminals without colours say no, too.
*/
export const terminalLook = (isColourful: boolean): TerminalLook => {
	const {stdout, env} = process as unknown as {stdout: WriteStream; env: NodeJS.ProcessEnv};
	return {
		hasColour: isColourful && !env['NO_COLOR'] && stdout.hasColors(),
		hasUnicode: hasUnicode(env),
	};
};

/**
A locale that names another encoding counts; without any, terminals of today are taken to read UTF-8. The console of Linux
reads it, but its font lacks the signs.
*/
export const hasUnicode = (environment: NodeJS.ProcessEnv): boolean => {
	const locale = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'] || 'UTF-8';
	return environment['TERM'] !== 'linux' && /utf-?8/iv.test(locale);
};

import {access, constants, stat} from 'node:fs/promises';
import path from 'node:path';
import {ProblemError} from '../core/problem.js';
import {sanitise} from '../core/sanitise.js';
import {audioProblem, recordAgainAdvice} from './audio-problem.js';

/**
A file that is there and can be read. What it holds is not known yet.
*/
export type AudioFile = {
	/**
	As the user typed it.
	*/
	readonly path: string;

	/**
	Without the folder.
	*/
	readonly name: string;
	readonly byteCount: number;
};

/**
Looks at what the user typed.

@throws {ProblemError} Of kind `bad-input`, with the path as given, when it is missing, a folder, empty, not a file or not
readable.
*/
export const findAudioFile = async (typedPath: string): Promise<AudioFile> => {
	const subject = sanitise(typedPath);
	try {
		const stats = await stat(typedPath);
		if (stats.isDirectory()) {
			throw audioProblem(`${subject} is a folder.`, {nextStep: 'Name a file in it.'});
		}

		if (!stats.isFile()) {
			throw audioProblem(`${subject} is not a regular file.`, {
				nextStep: 'Save the audio as a file first, then name that file.',
			});
		}

		if (stats.size === 0) {
			throw audioProblem(`${subject} is empty.`, {nextStep: recordAgainAdvice});
		}

		await access(typedPath, constants.R_OK);
		return {path: typedPath, name: path.basename(typedPath), byteCount: stats.size};
	} catch (error) {
		throw error instanceof ProblemError ? error : fileProblem(error, subject);
	}
};

/**
What the operating system said about a file, in words for the user.
*/
export const fileProblem = (error: unknown, subject: string): ProblemError => {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	const [message, nextStep] = explanations[code] ?? [
		`cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
		'Check the file, or copy it to another place.',
	];
	return audioProblem(`${subject} ${message}`, {nextStep, cause: error});
};

const missing = [
	'does not exist.',
	'Check the spelling and the folder you are in; a name with spaces needs quotes.',
] as const;
const forbidden = [
	'may not be read by you.',
	'Change its permissions (chmod u+r), or copy it to a folder of yours.',
] as const;

/**
By the error codes of POSIX.
*/
const explanations: Readonly<Record<string, readonly [message: string, nextStep: string]>> = {
	ENOENT: missing,
	ENOTDIR: missing,
	EACCES: forbidden,
	EPERM: forbidden,
};

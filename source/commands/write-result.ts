import {mkdir, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {ProblemError} from '../core/problem.js';
import type {Output} from '../terminal/output.js';
import type {OptionValues} from './options.js';

/**
The files that options name and a run reads, besides its audio.
*/
export const filesRead = ({
	reference,
	vocab,
}: Partial<Pick<OptionValues, 'reference' | 'vocab'>>): readonly string[] =>
	[reference, vocab].filter(file => file !== undefined);

/**
Looks at where a result is to go, before anything is paid for.

@param sources - What the run reads, such as the recordings: a result never replaces one of them.
@throws {ProblemError} Of kind `bad-input`, where the file is one of them or a folder.
*/
export const checkOutput = async (file: string | undefined, sources: readonly string[]): Promise<void> => {
	if (file === undefined || file.endsWith(path.sep)) {
		return;
	}

	const target = await existing(file);
	if (target?.isFolder) {
		throw new ProblemError({
			kind: 'bad-input',
			message: `${file} is a folder.`,
			nextStep: `End it with ${path.sep} to write into it, or name a file.`,
		});
	}

	for (const source of target ? sources : []) {
		if ((await existing(source))?.id === target?.id) {
			throw new ProblemError({
				kind: 'bad-input',
				message: `The result would be written over ${source}, which is read.`,
				nextStep: 'Name another file or folder with --output.',
			});
		}
	}
};

/**
@returns Which file it is, by whatever name or link it is reached; nothing where there is none.
*/
const existing = async (
	file: string,
): Promise<{readonly id: string; readonly isFolder: boolean} | undefined> => {
	try {
		const status = await stat(file, {bigint: true});
		return {id: `${status.dev}/${status.ino}`, isFolder: status.isDirectory()};
	} catch {
		return undefined;
	}
};

/**
Writes a result to stdout, or into the file that the user named.

@throws {ProblemError} Of kind `bad-input`, where the file cannot be written.
*/
export const writeResult = async (output: Output, text: string, file: string | undefined): Promise<void> => {
	if (file === undefined) {
		output.write(text);
		return;
	}

	try {
		await mkdir(path.dirname(file), {recursive: true});
		await writeFile(file, text);
	} catch (error) {
		// What was transcribed is not lost for a wrong path.
		output.write(text);
		throw new ProblemError({
			kind: 'bad-input',
			message: `${file} cannot be written (${(error as NodeJS.ErrnoException).code}); the result is on stdout instead.`,
			nextStep: 'Check the folder and its permissions, or leave --output out.',
		});
	}

	output.note(`Written to ${file}.`);
};

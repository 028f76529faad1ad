import {mkdir, realpath, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {ProblemError} from '../core/problem.js';
import type {Output} from '../terminal/output.js';

/**
Looks at where a result is to go, before anything is paid for.

@param inputs - The recordings: a result never replaces one of them.
@throws {ProblemError} Of kind `bad-input`, where the file is an input or a folder.
*/
export const checkOutput = async (file: string | undefined, inputs: readonly string[]): Promise<void> => {
	if (file === undefined || file.endsWith(path.sep)) {
		return;
	}

	const target = await existing(file);
	if (target === undefined) {
		return;
	}

	if ((await stat(target)).isDirectory() && inputs.length === 1) {
		throw new ProblemError({
			kind: 'bad-input',
			message: `${file} is a folder.`,
			nextStep: `End it with ${path.sep} to write into it, or name a file.`,
		});
	}

	const sources = await Promise.all(inputs.map(existing));
	if (sources.includes(target)) {
		throw new ProblemError({
			kind: 'bad-input',
			message: `--output ${file} is the recording itself.`,
			nextStep: 'Name another file; the recording would be lost.',
		});
	}
};

const existing = async (file: string): Promise<string | undefined> => {
	try {
		return await realpath(file);
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

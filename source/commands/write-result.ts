import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {ProblemError} from '../core/problem.js';
import type {Output} from '../terminal/output.js';

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

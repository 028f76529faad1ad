import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Mode} from '../core/mode.js';
import {ProblemError} from '../core/problem.js';
import {findFormat} from '../formats/formats.js';
import type {CurrentRun} from '../ui/current-run.js';

/**
Writes a transcript into a folder, under the audio's name. A file that is there stays as it is: the new one gets a number.

@returns The new file's name.
@throws {ProblemError} Of kind `bad-input`, where nothing can be written there.
*/
export const exportFile = async (
	folder: string,
	{run, subject}: CurrentRun,
	mode: Mode,
	formatId: string,
): Promise<string> => {
	const format = findFormat(formatId);
	const title = subject?.name ?? '';
	const text = format.render({
		title,
		mode,
		language: subject?.options.language ?? '',
		engine: subject?.engineTitle ?? '',
		words: mode === 'batch' ? run.batch.words : [...run.realTime.finals],
		wordDelimiter: mode === 'batch' ? run.batch.wordDelimiter : run.realTime.wordDelimiter,
		...(mode === 'batch' && run.batch.document !== undefined && {document: run.batch.document}),
	});
	for (let number = 1; ; number++) {
		const suffix = number === 1 ? '' : `-${number}`;
		const name = `${path.parse(title).name}.${mode}${suffix}.${format.extension}`;
		try {
			await writeFile(path.join(folder, name), text, {flag: 'wx'});
			return name;
		} catch (error) {
			const {code} = error as NodeJS.ErrnoException;
			if (code !== 'EEXIST') {
				throw new ProblemError({
					kind: 'bad-input',
					message: `${name} cannot be written here (${code}).`,
					nextStep: 'Start duet in a folder of yours.',
				});
			}
		}
	}
};

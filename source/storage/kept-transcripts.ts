import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';

/**
Keeps the text of a run that the user may not have exported. Only the user can read it.

@param folder - It is made where it is missing.
@param name - Of the audio, as part of the file's name.
@param date - Of the run.
@returns The path.
@throws What the operating system says.
*/
export const keepTranscript = async (
	folder: string,
	name: string,
	date: Date,
	text: string,
): Promise<string> => {
	const subject = path
		.basename(name)
		.replaceAll(/[^\p{L}\p{N}._\-]+/gv, '-')
		.slice(0, 80);
	const time = date.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
	const file = path.join(folder, 'transcripts', `${time}-${subject}.txt`);
	await mkdir(path.dirname(file), {recursive: true, mode: 0o700});
	await writeFile(file, text, {mode: 0o600});
	return file;
};

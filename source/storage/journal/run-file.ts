import {randomBytes} from 'node:crypto';
import path from 'node:path';

/**
A name for a run: by date and time, so that names sort as runs began, and by chance, so that two that begin in the same
second do not meet.
*/
export const newRunId = (date: Date): string => {
	const time = date.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
	return `${time}-${randomBytes(3).toString('hex')}`;
};

/**
Where journals are, below Duet's folder for data.
*/
export const runsFolder = (dataFolder: string): string => path.join(dataFolder, 'runs');

/**
The journal of a run.

@param folder - That of all runs.
*/
export const runFile = (folder: string, id: string): string => path.join(folder, `${id}${extension}`);

/**
The run that a file is the journal of, if it is named as {@link newRunId} names them.
*/
export const runIdOf = (fileName: string): string | undefined =>
	/^\d{4}-\d{2}-\d{2}-\d{6}-[\da-f]{6}\.jsonl$/v.test(fileName)
		? fileName.slice(0, -extension.length)
		: undefined;

const extension = '.jsonl';

import {randomBytes} from 'node:crypto';
import path from 'node:path';
import {datedName, isDatedName} from '../../core/dated-name.js';

/**
A name for a run that begins at that time.
*/
export const newRunId = (date: Date): string => datedName(date, randomBytes(3).toString('hex'));

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
	isDatedName(fileName, extension) ? fileName.slice(0, -extension.length) : undefined;

const extension = '.jsonl';

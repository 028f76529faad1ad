import {readdir} from 'node:fs/promises';
import {type Problem, toProblem} from '../../core/problem.js';
import {runFile, runIdOf} from '../journal/run-file.js';
import {readStoredRun, type StoredRun} from './stored-run.js';

/**
The ids of all runs, newest first. None where there is no such folder.

@param folder - That of journals.
*/
export const listRunIds = async (folder: string): Promise<readonly string[]> => {
	try {
		const names = await readdir(folder);
		return names
			.map(runIdOf)
			.filter(id => id !== undefined)
			.sort()
			.reverse();
	} catch {
		return [];
	}
};

/**
All runs, newest first, and why some of them cannot be read.
*/
export type RunList = {
	readonly runs: readonly StoredRun[];
	readonly problems: readonly Problem[];
};

/**
So many files are open at once.
*/
const atOnce = 16;

/**
@param nowMs - Since 1970.
*/
export const listRuns = async (folder: string, nowMs: number): Promise<RunList> => {
	const ids = await listRunIds(folder);
	const runs: StoredRun[] = [];
	const problems: Problem[] = [];
	for (let start = 0; start < ids.length; start += atOnce) {
		const settled = await Promise.allSettled(
			ids.slice(start, start + atOnce).map(id => readStoredRun(runFile(folder, id), id, nowMs)),
		);
		for (const result of settled) {
			if (result.status === 'fulfilled') {
				runs.push(result.value);
			} else {
				problems.push(toProblem(result.reason));
			}
		}
	}

	return {runs, problems};
};

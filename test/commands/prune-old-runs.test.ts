import {readdir} from 'node:fs/promises';
import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {pruneOldRuns} from '../../source/commands/prune-old-runs.js';
import {runsFolder} from '../../source/storage/journal/run-file.js';
import {dataFolder} from '../../source/storage/paths.js';
import {writeRun} from '../helpers/journals.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;

beforeEach(async () => {
	temporary = await temporaryFolder();
	vi.stubEnv('XDG_DATA_HOME', temporary.path);
	writeRun(runsFolder(dataFolder()), []);
	writeRun(runsFolder(dataFolder()), []);
});

afterEach(async () => {
	vi.unstubAllEnvs();
	await temporary[Symbol.asyncDispose]();
});

it('old runs stay where the user has not said otherwise', async () => {
	expect(await pruneOldRuns({'keep-days': undefined, 'keep-megabytes': undefined})).toBeUndefined();
	expect(await readdir(runsFolder(dataFolder()))).toHaveLength(2);
});

it('what is removed is said', async () => {
	expect(await pruneOldRuns({'keep-days': undefined, 'keep-megabytes': 0})).toMatch(
		/^Removed, as keep-days and keep-megabytes say: 2 old runs, \d\.\d kB\.$/v,
	);
	expect(await readdir(runsFolder(dataFolder()))).toEqual([]);
});

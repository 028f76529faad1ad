import {afterEach, beforeEach, vi} from 'vitest';
import {temporaryFolder} from './temporary-folder.js';

/**
Gives each test of a file a folder of its own for what Duet keeps.
*/
export const giveOwnDataFolder = (): void => {
	let temporary: Awaited<ReturnType<typeof temporaryFolder>>;

	beforeEach(async () => {
		temporary = await temporaryFolder();
		vi.stubEnv('XDG_DATA_HOME', temporary.path);
	});

	afterEach(async () => {
		vi.unstubAllEnvs();
		await temporary[Symbol.asyncDispose]();
	});
};

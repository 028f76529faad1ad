import {chmod, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {describe, expect, it, onTestFinished, vi} from 'vitest';
import {systemRecorder} from '../../../source/audio/microphone/system-recorder.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';

/**
A recorder that is installed, with nothing else beside it.
*/
const installed = async () => {
	const folder = await temporaryFolder();
	const program = path.join(folder.path, 'arecord');
	await writeFile(program, '#!/bin/sh\n');
	await chmod(program, 0o755);
	vi.stubEnv('PATH', folder.path);
	onTestFinished(async () => {
		vi.unstubAllEnvs();
		await folder[Symbol.asyncDispose]();
	});
};

const recorderOn = (platform: NodeJS.Platform) =>
	systemRecorder({command: 'arecord', argumentsOn: {[platform]: () => ['--raw']}});

const elsewhere = process.platform === 'aix' ? 'sunos' : 'aix';

describe('a recorder of the system', () => {
	it('neither lists devices nor opens one where it cannot record, though it is installed', async () => {
		await installed();
		const recorder = recorderOn(elsewhere);
		await expect(recorder.devices()).rejects.toThrow('cannot record on this platform');
		await expect(recorder.open()).rejects.toThrow('cannot record on this platform');
	});

	it('lists devices where it can', async () => {
		await installed();
		expect(await recorderOn(process.platform).devices()).toBeInstanceOf(Array);
	});

	it('says so where it is not installed', async () => {
		await installed();
		vi.stubEnv('PATH', '/nowhere');
		const recorder = recorderOn(process.platform);
		await expect(recorder.devices()).rejects.toThrow('is not installed');
		await expect(recorder.open()).rejects.toThrow('is not installed');
	});
});

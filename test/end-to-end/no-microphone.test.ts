import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {givenBack, startApp} from '../helpers/app.js';
import {runDuet} from '../helpers/duet.js';
import {keptRecordings} from '../helpers/kept-recordings.js';
import {nativeOutput} from '../helpers/native-output.js';
import {ownFolders} from '../helpers/own-folders.js';
import {wavFile} from '../helpers/plain-wav.js';
import {silentVariables} from '../helpers/virtual-microphone.js';

const size = {columns: 120, rows: 36};

describe('a machine without a sound device', () => {
	it.each(['live', 'compare --live'])(
		'duet %s says so, and what still works',
		async line => {
			await using folders = await ownFolders();
			const {stdout, stderr, exitCode} = await runDuet(line.split(' '), {
				environment: {...silentVariables(folders.path), ...folders.variables},
				cwd: folders.path,
			});
			expect([exitCode, stdout]).toEqual([1, '']);
			expect(stderr).toMatch(/^error: No microphone could be opened: naudiodon /m);
			expect(stderr).toContain('audio files and the sample work without one');
			expect(stderr).not.toMatch(nativeOutput);
			expect(await keptRecordings(folders.path)).toEqual([]);
		},
		40_000,
	);

	it('the app says so where audio is chosen, and still transcribes the sample', async () => {
		await using folders = await ownFolders();
		await using app = await startApp(['--pace', '20'], size, silentVariables(folders.path));
		await app.waitFor(/Side by side/);
		app.press('\r');
		await app.waitFor(/Microphone +No microphone could be opened/);
		app.press('j\r');
		const frame = await app.waitFor(/✗ No microphone could be opened/);
		expect(frame.join(' ').replaceAll(/[\s│]+/g, ' ')).toContain(
			'audio files and the sample work without one',
		);
		app.press('k\r');
		await app.waitFor(/Good morning, everyone\./);
		app.press('q');
		expect(await app.left()).toMatchObject(givenBack);
		expect(app.bytes()).not.toMatch(nativeOutput);
	}, 40_000);
});

it('the app mends a recording that was broken off, and says where it is', async () => {
	await using folders = await ownFolders();
	const recordings = path.join(folders.path, 'duet', 'recordings');
	await mkdir(recordings, {recursive: true});
	const brokenOff = Buffer.concat([wavFile(new Int16Array(16_000)), Buffer.alloc(24_000)]);
	await writeFile(path.join(recordings, '2026-10-01-120000-0a1b2c.wav'), brokenOff);
	await using app = await startApp([], size, {XDG_DATA_HOME: folders.path});
	await app.waitFor(/A recording that was broken off is whole again/);
	const [recording] = await keptRecordings(folders.path);
	expect(recording?.statedBytes).toBe(56_000);
	app.press('q');
	expect((await app.left()).text).toContain(`duet compare ${recording?.path} transcribes it.`);
});

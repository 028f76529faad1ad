import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {givenBack, startApp} from '../helpers/app.js';
import {runDuet} from '../helpers/duet.js';
import {keptRecordings} from '../helpers/kept-recordings.js';
import {nativeOutput} from '../helpers/native-output.js';
import {wavFile} from '../helpers/plain-wav.js';
import {silentMachine} from '../helpers/silent-machine.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const size = {columns: 120, rows: 36};

describe('a machine without a sound device', () => {
	it.each(['live', 'live --device foo', 'compare --live'])(
		'duet %s says so, and what still works',
		async line => {
			const {folder, environment} = await silentMachine();
			const {stdout, stderr, exitCode} = await runDuet(line.split(' '), {environment, cwd: folder});
			expect([exitCode, stdout]).toEqual([1, '']);
			expect(stderr).toMatch(/^error: No microphone could be opened: naudiodon /m);
			expect(stderr).toContain('audio files and the sample work without one');
			expect(stderr).not.toMatch(nativeOutput);
			expect(await keptRecordings(folder)).toEqual([]);
		},
		40_000,
	);

	it('the app says so where audio is chosen, and still transcribes the sample', async () => {
		const {environment} = await silentMachine();
		const variables = Object.entries(environment).filter(
			([name, value]) => !name.startsWith('XDG_') && value,
		);
		await using app = await startApp(['--pace', '20'], size, {
			...(Object.fromEntries(variables) as Record<string, string>),
			XDG_RUNTIME_DIR: environment.TMPDIR,
		});
		await app.waitFor(/Side by side/);
		app.press('\r');
		await app.waitFor(/Microphone +There is no microphone here\. *│?$/m); // The whole reason comes when it is chosen.
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
	await using folder = await temporaryFolder();
	const recordings = path.join(folder.path, 'duet', 'recordings');
	await mkdir(recordings, {recursive: true});
	const brokenOff = Buffer.concat([wavFile(new Int16Array(16_000)), Buffer.alloc(24_000)]);
	await writeFile(path.join(recordings, '2026-10-01-120000-0a1b2c.wav'), brokenOff);
	await using app = await startApp([], size, {XDG_DATA_HOME: folder.path});
	const frame = await app.waitFor(/A recording that was broken off is whole again/);
	const [recording] = await keptRecordings(folder.path);
	expect(recording?.statedBytes).toBe(56_000);
	expect(frame.join('').replaceAll(/[\s│]+/g, '')).toContain(`iswholeagain:${recording?.path}(0:01)`);
});

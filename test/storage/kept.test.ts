import {readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import {expect, it} from 'vitest';
import {keepTranscript} from '../../source/storage/kept-transcripts.js';
import {addRecentAudio, readRecentAudio} from '../../source/storage/recent-audio.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

it('a kept transcript is named for its time and its audio, and only the user can read it', async () => {
	await using folder = await temporaryFolder();
	const file = await keepTranscript(
		folder.path,
		'../my call: 1.wav',
		new Date('2026-11-22T21:05:09Z'),
		'Good morning.\n',
	);
	expect(path.relative(folder.path, file)).toBe('transcripts/2026-11-22-210509-my-call-1.wav.txt');
	expect(await readFile(file, 'utf8')).toBe('Good morning.\n');
	expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('the audio used last comes first, once, and eight files at most', async () => {
	await using folder = await temporaryFolder();
	expect(await readRecentAudio(folder.path)).toEqual([]);
	for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'c']) {
		await addRecentAudio(folder.path, `/${name}.wav`);
	}

	expect(await readRecentAudio(folder.path)).toEqual(
		['c', 'i', 'h', 'g', 'f', 'e', 'd', 'b'].map(name => `/${name}.wav`),
	);
});

it('a list of recent audio that is broken is none', async () => {
	await using folder = await temporaryFolder({'recent-audio.json': '{"a":'});
	expect(await readRecentAudio(folder.path)).toEqual([]);
});

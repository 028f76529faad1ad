import {expect, it} from 'vitest';
import {addRecentAudio, readRecentAudio} from '../../source/storage/recent-audio.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

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

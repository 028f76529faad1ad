import {expect, it} from 'vitest';
import {fromFirstSound} from '../../source/audio/from-first-sound.js';
import {collect} from '../helpers/collect.js';
import {pushedSource} from '../helpers/pushed-source.js';

const never = new AbortController().signal;

/**
Pushes silence, then sound, and says what comes of it.
*/
const listen = async (silentChunks: number, loudChunks: number) => {
	const {source, push, end} = pushedSource();
	let isHeard = false;
	const listening = collect(fromFirstSound(source, () => isHeard).chunks(never));
	for (let index = 0; index < silentChunks + loudChunks; index++) {
		isHeard ||= index >= silentChunks;
		await push(index * 32, index < silentChunks ? 0 : 1000);
	}

	end();
	return (await listening).items;
};

it('begins half a second before the first sound, and leaves the silence before that out', async () => {
	const chunks = await listen(100, 10);
	const silence = chunks.filter(({bytes}) => bytes.every(byte => byte === 0));
	expect(chunks.length - silence.length).toBe(10);
	expect(silence.length * 0.032).toBeGreaterThanOrEqual(0.5);
	expect(silence.length * 0.032).toBeLessThan(0.6);
});

it('gives places without a gap from 0, and the times at which the audio was captured', async () => {
	const chunks = await listen(100, 3);
	expect(chunks.map(({startSeconds}) => startSeconds * 16_000)).toEqual(
		chunks.map((_, index) => index * 512),
	);
	expect(chunks.at(-1)?.capturedMs).toBe(102 * 32);
});

it('is the whole audio where it begins with a sound', async () => {
	expect(await listen(0, 4)).toHaveLength(4);
});

it('is nothing where there is no sound', async () => {
	expect(await listen(50, 0)).toEqual([]);
});

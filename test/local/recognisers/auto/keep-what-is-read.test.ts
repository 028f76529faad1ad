import {expect, it} from 'vitest';
import {keepWhatIsRead} from '../../../../source/local/recognisers/auto/keep-what-is-read.js';
import {collect} from '../../../helpers/collect.js';

/**
Pieces of one sample, numbered from 1 on, and what was done with them.
*/
const pieces = (count: number) => {
	const log: string[] = [];
	const audio = async function* () {
		try {
			for (let number = 1; number <= count; number++) {
				log.push(`read ${number}`);
				yield Int16Array.of(number);
			}
		} finally {
			log.push('closed');
		}
	};
	return {log, audio: audio()};
};

const samples = async (audio: AsyncIterable<Int16Array>) =>
	(await collect(audio)).items.flatMap(piece => [...piece]);

it('hands on what was read of the beginning, and the rest', async () => {
	for (const readCount of [0, 1, 2, 4]) {
		const {audio, log} = pieces(4);
		const {beginning, whole} = keepWhatIsRead(audio);
		const reader = beginning[Symbol.asyncIterator]();
		for (let index = 0; index < readCount; index++) {
			await reader.next();
		}

		await reader.return?.();
		expect(log).toEqual(Array.from({length: readCount}, (_, index) => `read ${index + 1}`));
		expect(await samples(whole())).toEqual([1, 2, 3, 4]);
	}
});

it('is the whole also where the beginning was all of it', async () => {
	const {audio} = pieces(2);
	const {beginning, whole} = keepWhatIsRead(audio);
	expect(await samples(beginning)).toEqual([1, 2]);
	expect(await samples(whole())).toEqual([1, 2]);
});

it('lets go of the audio where nobody reads on', async () => {
	const {audio, log} = pieces(3);
	const {beginning, close} = keepWhatIsRead(audio);
	await beginning[Symbol.asyncIterator]().next();
	await close();
	expect(log).toEqual(['read 1', 'closed']);
});

it('lets go of the audio where the reader of the whole leaves early', async () => {
	const {audio, log} = pieces(3);
	for await (const _ of keepWhatIsRead(audio).whole()) {
		break;
	}

	expect(log).toEqual(['read 1', 'closed']);
});

import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {sampleFile} from './duet.js';
import {wavFile} from './plain-wav.js';
import {correlation} from './signals.js';
import {temporaryFolder} from './temporary-folder.js';

/**
A few seconds of the bundled sample, as samples and as a WAV file. They begin and end within speech.
*/
export const pieceOfSpeech = async (fromSeconds: number, seconds: number) => {
	const file = await readFile(sampleFile);
	const all = new Int16Array(new Uint8Array(file.subarray(44)).buffer);
	const samples = all.slice(fromSeconds * 16_000, (fromSeconds + seconds) * 16_000);
	const folder = await temporaryFolder({'speech.wav': wavFile(samples)});
	return {
		samples,
		path: path.join(folder.path, 'speech.wav'),
		[Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
	};
};

/**
What was heard between silence and silence. A speaker that makes no sound is silent to the last bit.
*/
export const soundIn = (heard: Int16Array): Int16Array =>
	heard.slice(
		heard.findIndex(sample => sample !== 0),
		heard.findLastIndex(sample => sample !== 0) + 1,
	);

/**
How alike what was heard is to what was played, at the best of the shifts by a few samples.
*/
export const likeness = (heard: Int16Array, played: Int16Array): number =>
	Math.max(
		...Array.from({length: 2 * mostShift + 1}, (_, index) => correlation(played, heard, index - mostShift)),
	);

const mostShift = 40;

import type {LibraryHandle} from 'koffi';
import type {Mode} from '../../../core/mode.js';
import type {Decoder, Segment} from './decoder.js';
import type {DecoderOptions} from './decoder-options.js';
import type {Generation} from './generation.js';
import {expectSuccess, present} from './native-call.js';
import {nativeFunctions} from './native-functions.js';
import {addWordClass} from './word-class.js';

/**
A decoder made of the functions of the library, which are the same in both generations.

In batch mode the samples are handed over at the end of the utterance as a whole: the decoder then measures the loudness
of each band over all of it, where it goes by what it has heard before otherwise.

@see The API reference of PocketSphinx, `pocketsphinx.h`.
@throws {Error} That names the call, here and in every function of the decoder, where one fails.
*/
export const createNativeDecoder = (
	library: LibraryHandle,
	{utilities, configure}: Generation,
	options: DecoderOptions,
	mode: Mode,
): Decoder => {
	const native = nativeFunctions(library, utilities);
	const handle = present('ps_init', native.init(configure(options)));
	const logarithms = present('ps_get_logmath', native.logarithms(handle));
	const newWords = new Map<string, string>();
	let utterance: Int16Array[] = [];
	let hasEnded = false;

	const process = (samples: Int16Array, isWholeUtterance: boolean): void => {
		expectSuccess(
			'ps_process_raw',
			native.process(handle, samples, samples.length, 0, Number(isWholeUtterance)),
		);
	};

	/**
	The search is built anew only with the last of the new words, as that takes a tenth of a second.
	*/
	const addNewWords = (): void => {
		const words = [...newWords];
		newWords.clear();
		addWordClass(
			library,
			utilities,
			handle,
			words.map(([token]) => token),
		);
		for (const [index, [token, sounds]] of words.entries()) {
			const isLast = index === words.length - 1;
			expectSuccess(`ps_add_word(${token})`, native.addWord(handle, token, sounds, Number(isLast)));
		}
	};

	const framesOf = (segment: bigint): readonly [startFrame: number, endFrame: number] => {
		const start = [0];
		const end = [0];
		native.frames(segment, start, end);
		return [start[0] ?? 0, (end[0] ?? 0) + 1]; // The last frame is part of it.
	};

	const posterior = (segment: bigint): number =>
		Math.min(1, native.exponential(logarithms, native.probability(segment, [0], [0], [0])));

	return {
		start: () => {
			addNewWords();
			expectSuccess('ps_start_utt', native.start(handle));
			utterance = [];
			hasEnded = false;
		},
		hear: samples => {
			if (mode === 'batch') {
				utterance.push(samples.slice());
			} else {
				process(samples, false);
			}
		},
		end: () => {
			if (utterance.length > 0) {
				process(joined(utterance), true);
				utterance = [];
			}

			expectSuccess('ps_end_utt', native.end(handle));
			hasEnded = true;
		},
		segments: () => {
			const segments: Segment[] = [];
			let firstFrame: number | undefined;
			let segment = native.firstSegment(handle);
			while (segment) {
				const [startFrame, endFrame] = framesOf(segment);
				firstFrame ??= startFrame; // 5prealpha counts on over all utterances.
				segments.push({
					token: native.token(segment) ?? '',
					startSeconds: (startFrame - firstFrame) / framesPerSecond,
					endSeconds: (endFrame - firstFrame) / framesPerSecond,
					...(hasEnded && {posterior: posterior(segment)}),
				});
				segment = native.nextSegment(segment); // Frees the list at its end.
			}

			return segments;
		},
		pronunciation: word => newWords.get(word) ?? native.lookUp(handle, word) ?? undefined,
		addWord: (token, sounds) => {
			newWords.set(token, sounds);
		},
	};
};

/**
The library's `frate`, which is left as it is.
*/
const framesPerSecond = 100;

const joined = (pieces: readonly Int16Array[]): Int16Array => {
	const whole = new Int16Array(pieces.reduce((length, piece) => length + piece.length, 0));
	let offset = 0;
	for (const piece of pieces) {
		whole.set(piece, offset);
		offset += piece.length;
	}

	return whole;
};

import type {Readable} from 'node:stream';
import {type AudioSource, bytesPerSample, sampleRateHz} from '../core/audio-source.js';
import type {Clock} from '../core/clock.js';
import {ProblemError} from '../core/problem.js';
import {type Arrival, createArrivals} from './arrivals.js';
import {inSmallPieces} from './byte-reader.js';
import {decodePipe, pipeProblem} from './decode-pipe.js';
import {watchPace} from './pace-watch.js';
import {createPlaces} from './places.js';

/**
Audio from a pipe. Reading it to the end or leaving it lets go of the pipe; so does disposing of it.
*/
export type StdinSource = AudioSource & Disposable;

export type StdinSourceOptions = {
	/**
	Of samples that come without a header: a whole number. A header has its own.
	*/
	readonly rateHz?: number;
	readonly clock: Clock;

	/**
	Ends the waiting for the first audio.
	*/
	readonly signal: AbortSignal;

	/**
	Told, in a sentence, what the user should know although the audio can be used.
	*/
	readonly onNote: (message: string) => void;
};

const subject = 'Standard input';
const largestChunkBytes = 1024 * bytesPerSample; // 64 ms.
const stallSeconds = 5;
const fasterNote =
	'The audio comes faster than it was spoken, so latencies count from its arrival and include its waiting. To play a file at the pace of speech, name it: duet live FILE.';

/**
Live audio from a pipe, in any form that `decodePipe` understands. Resolves when the first audio has come, so that no
session is opened, and paid for, on a pipe that gives none.

A chunk is captured when it arrives. What arrives before the first chunk is asked for counts from then, as connecting is
no part of any latency. A pipe that is faster than speech is passed on as fast as the reader takes it, and that is noted.

@param stream - Up to a megabyte of it waits for the reader; then its writer waits.
@throws {ProblemError} Of kind `bad-input`, when it is the keyboard, or empty, or holds something else than audio. The
chunks throw one where the pipe breaks.
@throws The signal's reason when it is aborted before the first audio.
*/
export const openStdinSource = async (
	stream: Readable & {readonly isTTY?: boolean},
	{rateHz = sampleRateHz, clock, signal, onNote}: StdinSourceOptions,
): Promise<StdinSource> => {
	signal.throwIfAborted();
	if (stream.isTTY) {
		throw pipeProblem(`${subject} is the keyboard, not audio.`);
	}

	const arrivals = createArrivals(stream, {
		clock,
		stallMs: stallSeconds * 1000,
		onStall() {
			onNote(`Nothing has come on standard input for ${stallSeconds} s. Still waiting.`);
		},
	});
	const pieces = decoded(arrivals, {rateHz, onWarning: onNote});
	const first = await firstPiece(pieces, arrivals.close, signal);

	return {
		title: 'standard input',
		pace: 1,
		[Symbol.dispose]: arrivals.close,
		async *chunks(stopSignal) {
			const startMs = clock.nowMs();
			const pace = watchPace(first.arrivedMs, () => onNote(fasterNote));
			const place = createPlaces();
			stopSignal.addEventListener('abort', arrivals.close);
			try {
				for await (const {bytes, arrivedMs} of startingWith(first, pieces)) {
					if (stopSignal.aborted) {
						return;
					}

					const placed = place(bytes);
					pace.arrived(placed.endSeconds, arrivedMs);
					yield {...placed, capturedMs: Math.max(arrivedMs, startMs)};
				}

				pace.ended();
			} catch (error) {
				if (!stopSignal.aborted) {
					throw readableProblem(error);
				}
			} finally {
				stopSignal.removeEventListener('abort', arrivals.close);
				arrivals.close();
			}
		},
	};
};

/**
Each piece arrived with the bytes that the decoder got last, as it asks for no more before it has given what it can.
*/
async function* decoded(
	arrivals: AsyncIterable<Arrival>,
	options: {readonly rateHz: number; readonly onWarning: (message: string) => void},
): AsyncGenerator<Arrival, void> {
	let arrivedMs = 0;
	const bytes = async function* () {
		for await (const arrival of arrivals) {
			arrivedMs = arrival.arrivedMs;
			yield arrival.bytes;
		}
	};

	for await (const piece of inSmallPieces(decodePipe(bytes(), {subject, ...options}), largestChunkBytes)) {
		yield {bytes: piece, arrivedMs};
	}
}

const firstPiece = async (
	pieces: AsyncGenerator<Arrival, void>,
	close: () => void,
	signal: AbortSignal,
): Promise<Arrival> => {
	signal.addEventListener('abort', close);
	try {
		const {value} = await pieces.next();
		signal.throwIfAborted();
		if (!value) {
			throw pipeProblem(`${subject} holds no sound.`);
		}

		return value;
	} catch (error) {
		close();
		signal.throwIfAborted();
		throw readableProblem(error);
	} finally {
		signal.removeEventListener('abort', close);
	}
};

async function* startingWith<Item>(first: Item, others: AsyncIterable<Item>): AsyncGenerator<Item, void> {
	yield first;
	yield* others;
}

const readableProblem = (error: unknown): unknown =>
	error instanceof ProblemError
		? error
		: pipeProblem(`${subject} cannot be read: ${error instanceof Error ? error.message : String(error)}.`, {
				cause: error,
			});

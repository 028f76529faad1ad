import type {AudioChunk, AudioSource} from '../core/audio-source.js';
import type {Clock} from '../core/clock.js';
import {createFrameQueue} from './frame-queue.js';

/**
Live audio that is read as it comes, whether anybody listens to it or not: the recording does not wait for a session, and
does not end with one.
*/
export type LiveFeed = {
	/**
	All of it, for one listener. What was captured before it is asked for counts from then, as connecting is no part of any
	latency. After the listener has left, nothing is kept for it.
	*/
	readonly source: AudioSource;

	/**
	Says that nobody listens, or will: nothing is kept for a listener any more.
	*/
	readonly leave: () => void;

	/**
	Resolves with true at the first audio, and with false when there is none.
	*/
	readonly begun: Promise<boolean>;

	/**
	Resolves when there is no more audio, with the failure that has ended it.
	*/
	readonly ended: Promise<{readonly error?: unknown}>;
};

/**
Starts to read a source.

@param signal - Ends it.
*/
export const createLiveFeed = (source: AudioSource, clock: Clock, signal: AbortSignal): LiveFeed => {
	const waiting = createFrameQueue<AudioChunk>();
	const begun = Promise.withResolvers<boolean>();
	let hasListener = true;

	const read = async (): Promise<{readonly error?: unknown}> => {
		try {
			for await (const chunk of source.chunks(signal)) {
				begun.resolve(true);
				if (hasListener) {
					await waiting.hasRoom();
					waiting.push(chunk);
				}
			}

			waiting.end();
			return {};
		} catch (error) {
			waiting.end(error);
			return {error};
		} finally {
			begun.resolve(false);
		}
	};

	const leave = () => {
		hasListener = false;
		waiting.end();
	};

	return {
		begun: begun.promise,
		ended: read(),
		leave,
		source: {
			...source,
			async *chunks(listenerSignal) {
				const startMs = clock.nowMs();
				listenerSignal.addEventListener('abort', leave);
				try {
					for await (const chunk of waiting) {
						if (listenerSignal.aborted) {
							return;
						}

						yield {...chunk, capturedMs: Math.max(chunk.capturedMs, startMs)};
					}
				} finally {
					listenerSignal.removeEventListener('abort', leave);
					leave();
				}
			},
		},
	};
};

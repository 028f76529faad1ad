import {type AudioChunk, type AudioSource, bytesPerSecond} from '../core/audio-source.js';
import {orAborted} from './abort.js';
import {createCoverage} from './audio-coverage.js';
import {createCondition} from './condition.js';

/**
The audio of a run between its source, which is read once and without a break, and the sessions that it is sent in.
*/
export type KeptAudio = {
	/**
	Reads the source to its end, whether there is a session or not. Never rejects: a source that fails has ended, with `failure`.
	*/
	fill(source: AudioSource): Promise<void>;
	readonly failure: unknown;

	/**
	The chunks for a new session, from the oldest that is kept on, each as soon as it is there. Ends with the source, and
	quietly with the signal. One session reads at a time.
	*/
	read(signal: AbortSignal): AsyncIterable<AudioChunk>;

	/**
	Audio before this instant is not needed any more.
	*/
	release(seconds: number): void;

	/**
	Where the oldest chunk begins that is kept, and where the newest ends.
	*/
	readonly startSeconds: number;
	readonly endSeconds: number;

	/**
	The end of the last chunk that any session has read.
	*/
	readonly sentSeconds: number;
};

export type KeptAudioLimits = {
	/**
	How much is kept at most.
	*/
	readonly keptSeconds: number;

	/**
	How far a source that can wait is read ahead of the session.
	*/
	readonly aheadSeconds: number;
};

export type KeptAudioListener = {
	/**
	A chunk has come between two sessions.
	*/
	kept(): void;

	/**
	Audio was given up that no final has covered and that no other session can be sent.
	*/
	dropped(seconds: number): void;
};

/**
Holds nothing at first.

When there is too much, the oldest goes. A source that can wait has to wait before that happens.

@param signal - Ends the source.
*/
export const createKeptAudio = (
	limits: KeptAudioLimits,
	listener: KeptAudioListener,
	signal: AbortSignal,
): KeptAudio => {
	const changed = createCondition(signal);
	const coverage = createCoverage(listener.dropped);
	const mostBytes = limits.keptSeconds * bytesPerSecond;
	const chunks: AudioChunk[] = [];
	let byteCount = 0;
	let readCount = 0; // How many of the chunks the session has.
	let reader: AbortSignal | undefined;
	let isLost = false; // A session has read, and reads no more.
	let sentSeconds = 0;
	let isEnded = false;
	let failure: unknown;

	const startSeconds = (): number => chunks[0]?.startSeconds ?? sentSeconds;
	const endSeconds = (): number => chunks.at(-1)?.endSeconds ?? sentSeconds;
	const hasNews = (): boolean => readCount < chunks.length || isEnded;

	const remove = (count: number): void => {
		for (const {bytes} of chunks.splice(0, count)) {
			byteCount -= bytes.byteLength;
		}

		readCount = Math.max(0, readCount - count);
	};

	const trim = (): void => {
		while (byteCount > mostBytes && chunks.length > 1) {
			const isUnheard = !reader || readCount === 0;
			remove(1);
			if (isUnheard) {
				coverage.giveUpBefore(startSeconds());
			}
		}
	};

	/**
	Whether a chunk can be taken without giving up one that no session has read, and without running far ahead of it.
	*/
	const hasRoomFor = (chunkBytes: number): boolean => {
		const hasReadSome = reader !== undefined && readCount > 0;
		const unreadSeconds = endSeconds() - (chunks[readCount]?.startSeconds ?? endSeconds());
		return (
			(byteCount + chunkBytes <= mostBytes || hasReadSome) &&
			(reader === undefined || unreadSeconds < limits.aheadSeconds)
		);
	};

	return {
		async fill(source) {
			try {
				for await (const chunk of source.chunks(signal)) {
					chunks.push(chunk);
					byteCount += chunk.bytes.byteLength;
					trim();
					if (isLost) {
						listener.kept();
					}

					changed.notify();
					if (!source.isLive) {
						await changed.until(() => hasRoomFor(chunk.bytes.byteLength));
					}
				}
			} catch (error) {
				failure = error;
			}

			isEnded = true;
			changed.notify();
		},

		async *read(stop) {
			reader = stop;
			isLost = false;
			readCount = 0;
			coverage.giveUpBefore(startSeconds());
			try {
				while (!stop.aborted) {
					await orAborted(changed.until(hasNews), stop);
					const chunk = chunks[readCount];
					if (!chunk) {
						return;
					}

					readCount += 1;
					sentSeconds = Math.max(sentSeconds, chunk.endSeconds);
					changed.notify();
					yield chunk;
				}
			} catch (error) {
				if (!stop.aborted) {
					throw error;
				}
			} finally {
				if (reader === stop) {
					reader = undefined;
					isLost = true;
					changed.notify();
				}
			}
		},

		release(seconds) {
			const count = chunks.findIndex(({endSeconds}) => endSeconds > seconds);
			remove(Math.max(0, count));
			coverage.cover(seconds);
		},

		get failure() {
			return failure;
		},

		get startSeconds() {
			return startSeconds();
		},

		get endSeconds() {
			return endSeconds();
		},

		get sentSeconds() {
			return sentSeconds;
		},
	};
};

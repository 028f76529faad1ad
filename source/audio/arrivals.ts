import type {Readable} from 'node:stream';
import type {Clock} from '../core/clock.js';

/**
Bytes that came through a stream, and when, on the run's clock.
*/
export type Arrival = {
	readonly bytes: Uint8Array;
	readonly arrivedMs: number;
};

export type Arrivals = AsyncIterable<Arrival> & {
	/**
	Lets go of the stream. Whoever still reads gets an error.
	*/
	close(): void;
};

export type ArrivalsOptions = {
	readonly clock: Clock;

	/**
	Told each time the reader has waited for so long.
	*/
	readonly stallMs: number;
	readonly onStall: () => void;
};

/**
As much as may wait for the reader: half a minute of speech at 16 kHz.
*/
const mostWaitingBytes = 1_000_000;
const mostWaitingPieces = 1000;

/**
Reads a stream as it comes, so that the times are right where the reader is busy. When too much waits for the reader,
the writer has to wait, too. To be read once.

@throws What the stream fails with, after all that came before.
*/
export const createArrivals = (stream: Readable, {clock, stallMs, onStall}: ArrivalsOptions): Arrivals => {
	const waiting: Arrival[] = [];
	let waitingBytes = 0;
	let end: 'not yet' | 'ended' | {readonly failure: unknown} = 'not yet';
	let wake = () => {};

	const finish = (how: typeof end) => {
		end = end === 'not yet' ? how : end;
		wake();
	};

	stream.on('data', (bytes: Uint8Array) => {
		waiting.push({bytes, arrivedMs: clock.nowMs()});
		waitingBytes += bytes.length;
		if (waitingBytes >= mostWaitingBytes || waiting.length >= mostWaitingPieces) {
			stream.pause();
		}

		wake();
	});
	stream.on('end', () => finish('ended'));
	stream.on('close', () => finish('ended'));
	stream.on('error', failure => finish({failure}));

	const untilMore = async () => {
		const timer = setTimeout(onStall, stallMs);
		await new Promise<void>(resolve => {
			wake = resolve;
			stream.resume();
		});
		clearTimeout(timer);
	};

	return {
		async *[Symbol.asyncIterator]() {
			for (;;) {
				const arrival = waiting.shift();
				if (arrival) {
					waitingBytes -= arrival.bytes.length;
					yield arrival;
				} else if (end === 'not yet') {
					await untilMore();
				} else if (end === 'ended') {
					return;
				} else {
					throw end.failure;
				}
			}
		},

		close() {
			waiting.length = 0;
			finish({failure: new Error('The stream was closed.')});
			stream.destroy();
		},
	};
};

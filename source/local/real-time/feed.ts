/**
The audio of one stream between the socket and the recogniser, in the order in which it came.
*/
export type AudioFeed = {
	/**
	Takes a frame. It is acknowledged at once, or when it is near enough to its turn. After the end its audio is ignored.
	*/
	readonly push: (frame: Uint8Array) => void;

	/**
	Calls back once everything before it has been taken and worked off.
	*/
	readonly mark: (reached: () => void) => void;

	/**
	No more frames will come.
	*/
	readonly end: () => void;

	/**
	The next frame with bytes in it, or nothing at the end. One call at a time.
	*/
	readonly take: () => Promise<Uint8Array | undefined>;
};

export type AudioFeedOptions = {
	/**
	Missing where only the decoder can know: then frames are counted, but not seconds.
	*/
	readonly bytesPerSecond?: number;

	/**
	Told the number of each frame, from 1, in order.
	*/
	readonly acknowledge: (sequenceNumber: number) => void;

	/**
	Told whether there are frames that cannot be acknowledged yet, so that no more should be read.
	*/
	readonly setFull: (isFull: boolean) => void;
};

/**
How far frames may be ahead of the recogniser and still be acknowledged.

@see A legacy guide of the service: it holds 10 s of audio or 500 messages, and reads no more until there is room.
*/
const maxFramesAhead = 500;
const maxSecondsAhead = 10;

/**
An empty feed.
*/
export const createAudioFeed = ({bytesPerSecond, acknowledge, setFull}: AudioFeedOptions): AudioFeed => {
	const queue: Array<Uint8Array | (() => void)> = [];
	const unacknowledged: Array<{readonly sequenceNumber: number; readonly endBytes: number}> = [];
	let isEnded = false;
	let isFinished = false;
	let isFull = false;
	let received = {frames: 0, bytes: 0};
	let taken = {frames: 0, bytes: 0};
	let waiting: ((frame: Uint8Array | undefined) => void) | undefined;

	const isNear = (sequenceNumber: number, endBytes: number): boolean =>
		sequenceNumber <= taken.frames ||
		(sequenceNumber - taken.frames <= maxFramesAhead &&
			endBytes - taken.bytes <= maxSecondsAhead * (bytesPerSecond ?? Number.POSITIVE_INFINITY));

	const acknowledgeNear = (): void => {
		for (
			let next = unacknowledged[0];
			next && isNear(next.sequenceNumber, next.endBytes);
			next = unacknowledged[0]
		) {
			unacknowledged.shift();
			acknowledge(next.sequenceNumber);
		}

		if (isFull !== unacknowledged.length > 0) {
			isFull = !isFull;
			setFull(isFull);
		}
	};

	const answer = (frame: Uint8Array | undefined): void => {
		const resolve = waiting;
		waiting = undefined;
		resolve?.(frame);
	};

	const serve = (): void => {
		while (waiting) {
			const entry = queue.shift();
			if (entry === undefined) {
				if (isEnded) {
					isFinished = true;
					answer(undefined);
				}

				return;
			}

			if (typeof entry === 'function') {
				entry();
				continue;
			}

			taken = {frames: taken.frames + 1, bytes: taken.bytes + entry.length};
			acknowledgeNear();
			if (entry.length > 0) {
				answer(entry);
			}
		}
	};

	return {
		push(frame) {
			const audio = isEnded ? frame.subarray(0, 0) : frame;
			received = {frames: received.frames + 1, bytes: received.bytes + audio.length};
			unacknowledged.push({sequenceNumber: received.frames, endBytes: received.bytes});
			if (isFinished) {
				taken = received;
			} else {
				queue.push(audio);
			}

			acknowledgeNear();
			serve();
		},
		mark(reached) {
			queue.push(reached);
			serve();
		},
		end() {
			isEnded = true;
			serve();
		},
		async take() {
			return new Promise(resolve => {
				waiting = resolve;
				serve();
			});
		},
	};
};

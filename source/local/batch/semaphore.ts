/**
A room with so many places, and a queue before its door.
*/
export type Semaphore = {
	/**
	Waits for a place, behind everybody who came before.

	@returns Gives the place back, to the first who waits; a second time it does nothing.
	@throws The reason of the signal, as soon as it is aborted: a place in the queue is given up.
	*/
	readonly enter: (signal: AbortSignal) => Promise<() => void>;
};

/**
An empty room.

@param placeCount - May be infinite.
*/
export const createSemaphore = (placeCount: number): Semaphore => {
	const queue = new Set<() => void>(); // In the order in which they came.
	let freeCount = placeCount;

	const leave = (): void => {
		const [admitNext] = queue;
		if (admitNext) {
			admitNext();
		} else {
			freeCount += 1;
		}
	};

	const leaveOnce = (): (() => void) => {
		let isInside = true;
		return () => {
			if (isInside) {
				isInside = false;
				leave();
			}
		};
	};

	const queueUp = async (signal: AbortSignal): Promise<void> =>
		new Promise((resolve, reject) => {
			const admit = (): void => {
				queue.delete(admit);
				signal.removeEventListener('abort', giveUp);
				resolve();
			};

			const giveUp = (): void => {
				queue.delete(admit);
				reject(signal.reason as Error);
			};

			queue.add(admit);
			signal.addEventListener('abort', giveUp, {once: true});
		});

	return {
		async enter(signal) {
			signal.throwIfAborted();
			if (freeCount > 0) {
				freeCount -= 1;
			} else {
				await queueUp(signal);
			}

			return leaveOnce();
		},
	};
};

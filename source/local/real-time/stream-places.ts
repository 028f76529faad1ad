import type {Recogniser} from '../../core/recogniser.js';
import {quotaExceeded} from './errors.js';

/**
How many streams each recogniser has to keep up with, in all sessions together.
*/
export type StreamPlaces = {
	/**
	Takes a place for each stream of a session, or none.

	@returns Gives the places back; a second time it does nothing.
	@throws {RealTimeError} Of type `quota_exceeded`, when the recogniser could not keep up with that many more.
	*/
	readonly take: (recogniser: Recogniser, count: number) => () => void;
};

/**
Places of which none is taken.
*/
export const createStreamPlaces = (): StreamPlaces => {
	const taken = new Map<Recogniser, number>();
	const change = (recogniser: Recogniser, by: number): void => {
		taken.set(recogniser, (taken.get(recogniser) ?? 0) + by);
	};

	return {
		take(recogniser, count) {
			const capacity = recogniser.capacity?.['real-time'] ?? Number.POSITIVE_INFINITY;
			if ((taken.get(recogniser) ?? 0) + count > capacity) {
				throw quotaExceeded();
			}

			change(recogniser, count);
			let isTaken = true;
			return () => {
				if (isTaken) {
					isTaken = false;
					change(recogniser, -count);
				}
			};
		},
	};
};

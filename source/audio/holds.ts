import type {Clock} from '../core/clock.js';
import type {AudioHoldEvent} from '../core/transcript-event.js';
import type {Pauses} from './pauses.js';

/**
Why audio can stand still.
*/
type HoldReason = 'paused' | 'lost';

/**
Keeps in mind why audio stands still: it goes on when there is no reason any more.
*/
export type Holds = {
	/**
	@param sinceMs - On the run's clock; without it, from now on.
	*/
	readonly hold: (reason: HoldReason, sinceMs?: number) => void;
	readonly release: (reason: HoldReason) => void;

	/**
	At most one listener.
	*/
	readonly onHold: (listener: (event: AudioHoldEvent) => void) => void;
};

export const createHolds = ({nowMs}: Clock): Holds => {
	const reasons = new Set<HoldReason>();
	let tell: (event: AudioHoldEvent) => void = () => {};
	return {
		hold(reason, sinceMs = nowMs()) {
			if (reasons.size === 0) {
				tell({type: 'audio-held', sinceMs});
			}

			reasons.add(reason);
		},
		release(reason) {
			if (reasons.delete(reason) && reasons.size === 0) {
				tell({type: 'audio-released'});
			}
		},
		onHold(listener) {
			tell = listener;
		},
	};
};

/**
The same pauses, which are told.
*/
export const toldPauses = (
	{pause, resume, isPaused}: Pick<Pauses, 'pause' | 'resume' | 'isPaused'>,
	{hold, release}: Holds,
): Pick<Pauses, 'pause' | 'resume' | 'isPaused'> => ({
	isPaused,
	pause() {
		pause();
		hold('paused');
	},
	resume() {
		resume();
		release('paused');
	},
});

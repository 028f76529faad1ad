import {frameSeconds} from './capture-messages.js';

/**
Finds out how much audio a device, a driver or a sound server has lost: none of them says so.

Audio that is late makes up for it; audio that is lost leaves everything behind it later for good. So it is the least
lateness within a second that counts, against that of the second before. Steps of up to 40 ms may be a buffer that has
changed its length and are not counted.
*/
export type LostAudio = {
	/**
	Takes the capture time of the next frame.
	*/
	hear(capturedMs: number): void;

	/**
	What is known to be lost, a second after it was.
	*/
	seconds(): number;
};

const windowFrames = Math.round(1 / frameSeconds);
const toleranceMs = 40;

export const createLostAudio = (): LostAudio => {
	let frameCount = 0;
	let usualMs: number | undefined;
	let leastMs = Number.POSITIVE_INFINITY;
	let lostMs = 0;
	return {
		hear(capturedMs) {
			frameCount++;
			leastMs = Math.min(leastMs, capturedMs - frameCount * frameSeconds * 1000);
			if (frameCount % windowFrames > 0) {
				return;
			}

			// A clock that runs a little slow or fast changes less in a second than the tolerance.
			const stepMs = leastMs - (usualMs ?? leastMs);
			lostMs = Math.abs(stepMs) > toleranceMs ? Math.max(0, lostMs + stepMs) : lostMs;
			usualMs = leastMs;
			leastMs = Number.POSITIVE_INFINITY;
		},
		seconds: () => lostMs / 1000,
	};
};

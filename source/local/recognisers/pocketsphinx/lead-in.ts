import {sampleRateHz} from '../../../core/audio-source.js';

/**
The last moments of silence: speech is noticed only when it has begun, and its first sound lies before that.
*/
export type LeadIn = {
	readonly hear: (samples: Int16Array) => void;

	/**
	Hands them out, and forgets them.
	*/
	readonly take: () => Int16Array;
};

const leadInLength = sampleRateHz * 0.3;

/**
Starts empty.
*/
export const createLeadIn = (): LeadIn => {
	let kept = new Int16Array(0);
	return {
		hear(samples) {
			const all = new Int16Array(kept.length + samples.length);
			all.set(kept);
			all.set(samples, kept.length);
			// At the least what came last: speech that began in it counts as noticed.
			kept = all.slice(-Math.max(leadInLength, samples.length));
		},
		take() {
			const taken = kept;
			kept = new Int16Array(0);
			return taken;
		},
	};
};

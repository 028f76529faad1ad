import {audioProblem} from './audio-problem.js';

/**
Rates beyond these are a broken header, not audio.
*/
const slowestHz = 1000;
const fastestHz = 768_000;

/**
A sample rate as a file states it, to the nearest whole number.

@throws {ProblemError} When no audio can have it.
*/
export const checkedSampleRate = (rateHz: number, subject: string): number => {
	if (!(rateHz >= slowestHz && rateHz <= fastestHz)) {
		throw audioProblem(`${subject} has a broken header: it states a sample rate of ${rateHz} Hz.`);
	}

	return Math.round(rateHz);
};

import {earliestFinalSeconds} from '../../real-time/finaliser-timing.js';
import type {HeardWord} from './heard-words.js';

/**
A word first shows this long after its end, in seconds of audio; where in between varies from word to word.
*/
const leastShowDelaySeconds = 0.3;
const mostShowDelaySeconds = 0.45;

/**
A word and its mark settle when the next word shows; in a pause after that much silence, and before a long word no
later than that.
*/
const settleInPauseSeconds = 0.48;
const settleInSpeechSeconds = 0.8;

/**
When a word shows, when it takes its last shape, and when its mark shows: seconds of audio on the axis of the words.
*/
export type WordTiming = {
	readonly showSeconds: number;
	readonly settleSeconds: number;
	readonly markSeconds: number;
};

/**
When the words of a recording show and settle. A word never shows before the one before it. It settles before it can
become final by `maxDelaySeconds`, and so does its mark, unless the word can become final as soon as it shows: then the
mark takes its time and becomes final after the word.
*/
export const wordTimings = (heard: readonly HeardWord[], maxDelaySeconds: number): readonly WordTiming[] => {
	const shown: number[] = [];
	for (const [index, {word}] of heard.entries()) {
		shown.push(Math.max(shown.at(-1) ?? 0, word.endSeconds + showDelaySeconds(index)));
	}

	return heard.map(({word: {endSeconds}}, index) => {
		const showSeconds = toMilliseconds(shown[index] ?? 0);
		const pauseSeconds = (heard[index + 1]?.word.startSeconds ?? Number.POSITIVE_INFINITY) - endSeconds;
		const isBeforePause = pauseSeconds > settleInPauseSeconds;
		const calmSeconds = toMilliseconds(
			isBeforePause
				? endSeconds + settleInPauseSeconds
				: Math.min(endSeconds + settleInSpeechSeconds, shown[index + 1] ?? 0),
		);
		const latestSeconds = toMilliseconds(earliestFinalSeconds(endSeconds, maxDelaySeconds));
		const settleSeconds = Math.min(calmSeconds, latestSeconds);
		return settleSeconds >= showSeconds
			? {showSeconds, settleSeconds, markSeconds: settleSeconds}
			: {showSeconds, settleSeconds: showSeconds, markSeconds: calmSeconds};
	});
};

/**
Sums of times miss round values by a hair, and a hair would make a word one piece of audio late.
*/
const toMilliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/**
Spread evenly by the golden ratio, so that neighbours differ and every run is the same.
*/
const showDelaySeconds = (index: number): number => {
	const share = (index * 0.618_034) % 1;
	return leastShowDelaySeconds + share * (mostShowDelaySeconds - leastShowDelaySeconds);
};

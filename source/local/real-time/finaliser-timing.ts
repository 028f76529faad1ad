import type {Word} from '../../core/word.js';
import type {FinaliserSettings} from './finaliser.js';

/**
How often the engine looks at what it has: about every 0.36 s of audio, as in recorded sessions of the service.
*/
const tickSeconds = 0.36;

/**
Audio comes in pieces, and a tick is noticed with the piece that it lies in. Finals keep this far from their limit, so
that pieces of up to that length never make one late.
*/
const pieceAllowanceSeconds = 0.1;

/**
Words of a number or a date stand no further apart than this.
*/
const entityGapSeconds = 0.3;

/**
A time as it goes over the wire: on a grid of 0.04 s, which two decimals can hold.
*/
export const onTimeGrid = (seconds: number): number => (Math.round(seconds * 25) * 4) / 100;

/**
How many ticks have passed by that time of the audio.
*/
export const tickCount = (seconds: number): number => Math.floor(seconds / tickSeconds + 1e-6);

/**
The last tick at which something that ended at that time can become final and still keep the maximum delay.
*/
export const dueSeconds = (endSeconds: number, maxDelaySeconds: number): number =>
	tickCount(endSeconds + maxDelaySeconds - pieceAllowanceSeconds) * tickSeconds;

/**
Before that time no word becomes final for the maximum delay alone: one tick and the allowance before its limit.
*/
export const earliestFinalSeconds = (endSeconds: number, maxDelaySeconds: number): number =>
	endSeconds + maxDelaySeconds - pieceAllowanceSeconds - tickSeconds;

/**
When a word becomes final, in speech without a pause: when it is due, or when it first shows if that is later. All in
seconds of audio. A pause longer than the end of utterance's, a forced end and the end of the audio make it sooner.
*/
export const finalSeconds = (shownSeconds: number, endSeconds: number, maxDelaySeconds: number): number =>
	Math.max(shownSeconds, dueSeconds(endSeconds, maxDelaySeconds));

const isNumber = (word: Word): boolean => word.type === 'word' && /\p{N}/v.test(word.text);

const isSameEntity = (word: Word, next: Word | undefined): next is Word =>
	next !== undefined &&
	isNumber(word) &&
	isNumber(next) &&
	next.startSeconds - word.endSeconds <= entityGapSeconds;

/**
How many of the words are due to be final, from the first on. In `flexible` mode the neighbouring words of a number are
due together, with the last of them.
*/
export const dueCount = (
	words: readonly Word[],
	audioSeconds: number,
	settings: FinaliserSettings,
): number => {
	let entityEndSeconds = 0;
	return (
		words.findLastIndex((word, index) => {
			const isHeldBack = settings.maxDelayMode === 'flexible' && isSameEntity(word, words[index + 1]);
			entityEndSeconds = isHeldBack ? entityEndSeconds : word.endSeconds;
			return dueSeconds(entityEndSeconds, settings.maxDelaySeconds) <= audioSeconds + 1e-6;
		}) + 1
	);
};

import {isSpoken, type Word} from './word.js';
import {midSeconds, wordKey} from './word-sightings.js';

/**
Where the words of one session go on from those of another that has heard some of the same audio.
*/
export type Seam = {
	/**
	The last final words and marks before it, in order of time.
	*/
	readonly before: readonly Word[];

	/**
	How many of them were heard again so far, or were passed over by those that were.
	*/
	readonly heardCount: number;

	/**
	Whether a new word has come. Everything behind it is new, too.
	*/
	readonly isCrossed: boolean;
};

/**
A seam behind these final words.
*/
export const openSeam = (before: readonly Word[]): Seam => ({
	before,
	heardCount: 0,
	isCrossed: !before.some(isSpoken),
});

/**
Takes the next words of the later session and leaves out those that are in front of the seam.

Words are found again by their letters and their place, each once and in order, so that "no no" is not taken for one
"no". Behind the last one that is found everything is new, wherever the two sessions put its edges. Where it was heard as
another word this time, the place decides. A mark goes with its word, and a word gets no second one.

@returns Those that are new, none of them in front of the last final word, and the seam for the words that come next.
*/
export const crossSeam = (
	seam: Seam,
	words: readonly Word[],
): {readonly seam: Seam; readonly words: readonly Word[]} => {
	let now = seam;
	const fresh: Word[] = [];
	for (const item of words) {
		const next = isSpoken(item) ? hearWord(now, item) : hearMark(now, item);
		if (next.isNew) {
			fresh.push(notBefore(item, now));
		}

		now = next.seam;
	}

	return {seam: now, words: fresh};
};

type Heard = {readonly seam: Seam; readonly isNew: boolean};

const hearWord = (seam: Seam, word: Word): Heard => {
	if (seam.isCrossed) {
		return {seam, isNew: true};
	}

	const found = isLastHeard(seam) ? undefined : findAgain(seam, word);
	if (found !== undefined) {
		return {seam: {...seam, heardCount: found + 1}, isNew: false};
	}

	const isNew = isLastHeard(seam) || midSeconds(word) > endOf(seam);
	return {seam: {...seam, isCrossed: isNew}, isNew};
};

const hearMark = (seam: Seam, mark: Word): Heard => {
	if (seam.isCrossed) {
		return {seam, isNew: true};
	}

	const isBehind = isLastHeard(seam) || mark.startSeconds >= endOf(seam);
	const isOfNextWord = mark.attachesTo === 'next';
	const isNew = isBehind && (isOfNextWord || isSpoken(seam.before.at(-1) as Word));
	const hasMark = isNew && !isOfNextWord;
	return {seam: hasMark ? {...seam, before: [...seam.before, notBefore(mark, seam)]} : seam, isNew};
};

/**
How far the middle of a word may be from where the other session heard it. Half a second of a sentence holds the same
word twice only where it is repeated, and then the nearer one is taken.
*/
const samePlaceSeconds = 0.3;

const findAgain = ({before, heardCount}: Seam, word: Word): number | undefined => {
	let found: number | undefined;
	let foundSeconds = samePlaceSeconds;
	for (const [index, other] of before.entries()) {
		const seconds = Math.abs(midSeconds(other) - midSeconds(word));
		if (
			index >= heardCount &&
			isSpoken(other) &&
			seconds <= foundSeconds &&
			wordKey(other.text) === wordKey(word.text)
		) {
			found = index;
			foundSeconds = seconds;
		}
	}

	return found;
};

const isLastHeard = ({before, heardCount}: Seam): boolean => heardCount > before.findLastIndex(isSpoken);

const endOf = ({before}: Seam): number => before.findLast(isSpoken)?.endSeconds ?? 0;

const leastWordSeconds = 0.02;

/**
Final words stand in order of time, also where the later session puts the edge between two of them a little earlier.
*/
const notBefore = (item: Word, {before}: Seam): Word => {
	const seconds = before.at(-1)?.endSeconds ?? 0;
	if (item.startSeconds >= seconds) {
		return item;
	}

	const leastEndSeconds = isSpoken(item) ? seconds + leastWordSeconds : seconds;
	return {...item, startSeconds: seconds, endSeconds: Math.max(item.endSeconds, leastEndSeconds)};
};

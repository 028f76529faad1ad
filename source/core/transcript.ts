import {AppendList} from './append-list.js';
import type {Word} from './word.js';
import {midSeconds, wordKey} from './word-sightings.js';

/**
Whether an item still belongs to the partial once the finals reach up to an instant.

A mark has no length: one that stands exactly at the boundary belongs to the partial, unless the finals end with it.

@param finalisedSeconds - How far the finals reach.
@param lastFinal - The last word or mark in them.
*/
export const isAfter =
	(finalisedSeconds: number, lastFinal: Word | undefined) =>
	(item: Word): boolean => {
		if (item.type === 'word') {
			return midSeconds(item) > finalisedSeconds;
		}

		const isLastFinal = lastFinal?.type === 'punctuation' && lastFinal.startSeconds >= item.startSeconds;
		return item.startSeconds >= finalisedSeconds && !isLastFinal;
	};

/**
Adds final words in order of time. A final normally continues the ones before it; one that comes late is put in its
place, and a word that is there already (sent again after a lost connection, say) is not added twice.

@returns All finals, and those that were new.
*/
export const insertFinal = (
	finals: AppendList<Word>,
	words: readonly Word[],
): {readonly finals: AppendList<Word>; readonly added: readonly Word[]} => {
	const [first] = words;
	const last = finals.at(-1);
	if (!first || !last || comparePlace(last, first) < 0) {
		return {finals: finals.append(words), added: words};
	}

	const known = finals.slice();
	const added = words.filter(word => !known.some(other => isSameWord(word, other)));
	if (added.length === 0) {
		return {finals, added};
	}

	return {finals: AppendList.from([...known, ...added].sort(comparePlace)), added};
};

const comparePlace = (a: Word, b: Word): number =>
	a.startSeconds - b.startSeconds || a.endSeconds - b.endSeconds || rank(a) - rank(b);

// At one instant a word ends before the mark that closes it.
const rank = (word: Word): number => (word.type === 'word' ? 0 : 1);

const isSameWord = (a: Word, b: Word): boolean =>
	a.type === b.type &&
	wordKey(a.text) === wordKey(b.text) &&
	(a.type === 'punctuation'
		? a.startSeconds === b.startSeconds
		: a.startSeconds < b.endSeconds && b.startSeconds < a.endSeconds);

import type {Word} from './word.js';

/**
A word that a partial has shown at some place in the audio, and since when.
*/
export type Sighting = {
	readonly key: string;
	readonly midSeconds: number;
	readonly firstShownMs: number;

	/**
	Since when it has been on show without a break; nothing while it is not.
	*/
	readonly shownSinceMs: number | undefined;
};

/**
What became of the words on show: the sightings to go on with, which one each word is, and how many were changed or
withdrawn.
*/
export type Matched = {
	readonly sightings: readonly Sighting[];
	readonly ofWord: ReadonlyArray<Sighting | undefined>;
	readonly withdrawnCount: number;
};

/**
How far the middle of a word may move between two partials and still be the same place: about a short word.
*/
const samePlaceSeconds = 0.3;

/**
A word without its capitals and marks. Those settle late in every engine, and are not counted as another word.
*/
export const wordKey = (text: string): string => {
	const letters = text.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '');
	return letters === '' ? text : letters;
};

/**
Where in the audio a word or mark is, for deciding which messages it belongs to.
*/
export const midSeconds = (word: Word): number => (word.startSeconds + word.endSeconds) / 2;

/**
Finds each word among the sightings, by its letters and its place; each sighting serves one word.
*/
const match = (
	sightings: readonly Sighting[],
	words: readonly Word[],
): ReadonlyArray<Sighting | undefined> => {
	const used = new Set<Sighting>();
	return words.map(word => {
		const key = wordKey(word.text);
		const distance = (sighting: Sighting) => Math.abs(sighting.midSeconds - midSeconds(word));
		const [nearest] = sightings
			.filter(
				sighting => sighting.key === key && !used.has(sighting) && distance(sighting) <= samePlaceSeconds,
			)
			.sort((a, b) => distance(a) - distance(b));
		if (nearest) {
			used.add(nearest);
		}

		return nearest;
	});
};

/**
A partial comes in: its words are on show from now, or still; all others are not any more.

@param words - Without punctuation.
*/
export const showPartial = (
	sightings: readonly Sighting[],
	words: readonly Word[],
	receivedMs: number,
): Matched => {
	const found = match(sightings, words);
	const shown = words.map((word, index): Sighting => {
		const before = found[index];
		return {
			key: wordKey(word.text),
			midSeconds: midSeconds(word),
			firstShownMs: before?.firstShownMs ?? receivedMs,
			shownSinceMs: before?.shownSinceMs ?? receivedMs,
		};
	});
	const rest = sightings.filter(sighting => !found.includes(sighting));
	return {
		sightings: [...rest.map(sighting => ({...sighting, shownSinceMs: undefined})), ...shown],
		ofWord: shown,
		withdrawnCount: rest.filter(sighting => sighting.shownSinceMs !== undefined).length,
	};
};

/**
A final comes in: its words are settled. What was on show up to its end and is not in it was changed or withdrawn;
what lies after it stays on show.

@param words - Without punctuation.
@param endSeconds - How far the final reaches.
*/
export const settleFinal = (
	sightings: readonly Sighting[],
	words: readonly Word[],
	endSeconds: number,
): Matched => {
	const found = match(sightings, words);
	const rest = sightings.filter(sighting => !found.includes(sighting));
	return {
		sightings: rest.filter(sighting => sighting.midSeconds > endSeconds),
		ofWord: found,
		withdrawnCount: rest.filter(
			sighting => sighting.shownSinceMs !== undefined && sighting.midSeconds <= endSeconds,
		).length,
	};
};

import {type DiffSegment, diffText, diffWords} from '../core/diff.js';
import {countText, lengthText} from '../core/figures.js';
import {sanitise} from '../core/sanitise.js';
import {isSpoken, type Word} from '../core/word.js';

const contextWords = 3;
const mostLines = 20;

/**
Where the two transcripts have other words, a line each: the place in the audio, and the difference with a few words
around it, as `git diff --word-diff` writes it. Capitals, punctuation and how numbers are written do not count.
*/
export const differenceLines = (
	batch: readonly Word[],
	realTime: readonly Word[],
	language: string,
	wordDelimiter: string,
): readonly string[] => {
	const segments = diffWords(batch, realTime, language);
	const lines = segments.flatMap((segment, index) => {
		if (segment.kind === 'equal') {
			return [];
		}

		const before = (segments[index - 1]?.first ?? []).filter(isSpoken).slice(-contextWords);
		const after = (segments[index + 1]?.first ?? []).filter(isSpoken).slice(0, contextWords);
		const around: readonly DiffSegment[] = [equal(before), segment, equal(after)].filter(
			({first, second}) => first.length + second.length > 0,
		);
		const place = [...segment.first, ...segment.second][0]?.startSeconds ?? 0;
		return [`${lengthText(place)}  ${sanitise(diffText(around, wordDelimiter))}`];
	});
	const hiddenCount = lines.length - mostLines;
	return hiddenCount > 0
		? [...lines.slice(0, mostLines), `… and ${countText(hiddenCount, 'difference')} more`]
		: lines;
};

const equal = (words: readonly Word[]): DiffSegment<Word> => ({kind: 'equal', first: words, second: words});

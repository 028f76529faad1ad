import type {Word} from './word.js';

/**
What a caption cannot break: a word with the marks that are joined to it.
*/
export type CaptionPiece = {
	readonly text: string;

	/**
	What stands between this piece and the one before it on the same line.
	*/
	readonly delimiter: string;
	readonly startSeconds: number;
	readonly endSeconds: number;
	readonly speaker?: string;
	readonly channel?: string;
	readonly isEndOfSentence: boolean;
};

/**
Words and marks as pieces, joined as in `transcriptText`.

@param longest - In characters. A longer piece is cut into several that touch, each with its share of the time.
*/
export const captionPieces = (
	words: readonly Word[],
	wordDelimiter: string,
	longest: number,
): readonly CaptionPiece[] => {
	const pieces: CaptionPiece[] = [];
	let isGlued = false;
	for (const word of words) {
		const attaches = word.type === 'punctuation' ? (word.attachesTo ?? 'previous') : 'none';
		const last = pieces.at(-1);
		if (last && (isGlued || attaches === 'previous' || attaches === 'both')) {
			pieces[pieces.length - 1] = {
				...last,
				text: last.text + word.text,
				endSeconds: Math.max(last.endSeconds, word.endSeconds),
				isEndOfSentence: word.isEndOfSentence ?? false,
			};
		} else {
			pieces.push({
				text: word.text,
				delimiter: wordDelimiter,
				startSeconds: word.startSeconds,
				endSeconds: word.endSeconds,
				...(word.speaker !== undefined && {speaker: word.speaker}),
				...(word.channel !== undefined && {channel: word.channel}),
				isEndOfSentence: word.isEndOfSentence ?? false,
			});
		}

		isGlued = attaches === 'next' || attaches === 'both';
	}

	return pieces.flatMap(piece => cut(piece, longest));
};

/**
Characters, not UTF-16 units: an emoji is one.
*/
export const characterCount = (text: string): number => [...text].length;

const cut = (piece: CaptionPiece, longest: number): readonly CaptionPiece[] => {
	const characters = [...piece.text];
	if (characters.length <= longest) {
		return [piece];
	}

	const secondsPerCharacter = (piece.endSeconds - piece.startSeconds) / characters.length;
	const secondsAt = (character: number) => piece.startSeconds + character * secondsPerCharacter;
	return Array.from({length: Math.ceil(characters.length / longest)}, (_, index) => {
		const from = index * longest;
		const to = Math.min(from + longest, characters.length);
		return {
			...piece,
			text: characters.slice(from, to).join(''),
			delimiter: index === 0 ? piece.delimiter : '',
			startSeconds: secondsAt(from),
			endSeconds: secondsAt(to),
			isEndOfSentence: piece.isEndOfSentence && to === characters.length,
		};
	});
};

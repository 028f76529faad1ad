import type {Word} from '../../core/word.js';
import {wordDelimiter} from '../language-pack.js';
import type {Transcript} from './job.js';
import type {JobConfig} from './job-config.js';

/**
A transcript in the format `srt`: numbered captions of at most `max_lines` lines of `max_line_length` characters.

A caption ends with a sentence, at a pause, where the speaker changes, and when it is full.

@see docs.speechmatics.com/speech-to-text/batch/srt-format, for the limits and their defaults. Where captions are cut is
not published.
*/
export const transcriptSrt = ({words, language}: Transcript, config: JobConfig): string => {
	const {max_line_length = 37, max_lines = 2} = config.output_config?.srt_overrides ?? {};
	const delimiter = wordDelimiter(language);
	const pieces = captionPieces(words).flatMap(piece => cutPiece(piece, max_line_length));
	return captions(pieces, delimiter, max_line_length, max_lines)
		.map(({lines, startSeconds, endSeconds}, index) =>
			[`${index + 1}`, `${timestamp(startSeconds)} --> ${timestamp(endSeconds)}`, ...lines, ''].join('\n'),
		)
		.join('\n');
};

/**
A word with the marks that are joined to it.
*/
type Piece = {
	readonly text: string;
	readonly startSeconds: number;
	readonly endSeconds: number;
	readonly isEndOfSentence: boolean;
	readonly voice: string;
};

type Caption = {
	readonly lines: readonly string[];
	readonly startSeconds: number;
	readonly endSeconds: number;
};

const longestPauseSeconds = 1;

const captionPieces = (words: readonly Word[]): readonly Piece[] => {
	const pieces: Piece[] = [];
	let prefix = '';
	let isGlued = false;
	for (const word of words) {
		const attaches = word.type === 'punctuation' ? (word.attachesTo ?? 'previous') : 'none';
		const last = pieces.at(-1);
		if (attaches === 'next') {
			prefix += word.text;
		} else if (last && (isGlued || attaches !== 'none')) {
			pieces[pieces.length - 1] = {
				...last,
				text: last.text + prefix + word.text,
				endSeconds: word.endSeconds,
				isEndOfSentence: word.isEndOfSentence ?? false,
			};
			prefix = '';
		} else {
			pieces.push({
				text: prefix + word.text,
				startSeconds: word.startSeconds,
				endSeconds: word.endSeconds,
				isEndOfSentence: word.isEndOfSentence ?? false,
				voice: `${word.channel} ${word.speaker}`,
			});
			prefix = '';
		}

		isGlued = attaches === 'both';
	}

	return pieces;
};

/**
Cuts what is longer than a line. Its time is shared out by characters.
*/
const cutPiece = (piece: Piece, maxLength: number): readonly Piece[] => {
	const characters = Array.from(piece.text);
	const secondsPerCharacter = (piece.endSeconds - piece.startSeconds) / characters.length;
	const cuts: Piece[] = [];
	for (let start = 0; start < characters.length; start += maxLength) {
		const text = characters.slice(start, start + maxLength).join('');
		const isLast = start + maxLength >= characters.length;
		cuts.push({
			...piece,
			text,
			startSeconds: piece.startSeconds + start * secondsPerCharacter,
			endSeconds: isLast ? piece.endSeconds : piece.startSeconds + (start + maxLength) * secondsPerCharacter,
			isEndOfSentence: isLast && piece.isEndOfSentence,
		});
	}

	return cuts;
};

const captions = (
	pieces: readonly Piece[],
	delimiter: string,
	maxLength: number,
	maxLines: number,
): readonly Caption[] => {
	const finished: Caption[] = [];
	let caption: Caption | undefined;
	let last: Piece | undefined;
	for (const piece of pieces) {
		const lines: readonly string[] | undefined =
			caption && last && isContinuedBy(last, piece)
				? addToLines(caption.lines, piece.text, delimiter, maxLength, maxLines)
				: undefined;
		if (caption && lines) {
			caption = {...caption, lines, endSeconds: piece.endSeconds};
		} else {
			if (caption) {
				finished.push(caption);
			}

			caption = {lines: [piece.text], startSeconds: piece.startSeconds, endSeconds: piece.endSeconds};
		}

		last = piece;
	}

	return caption ? [...finished, caption] : finished;
};

const isContinuedBy = (last: Piece, next: Piece): boolean =>
	!last.isEndOfSentence &&
	last.voice === next.voice &&
	next.startSeconds - last.endSeconds <= longestPauseSeconds;

/**
@returns `undefined` when the caption is full.
*/
const addToLines = (
	lines: readonly string[],
	text: string,
	delimiter: string,
	maxLength: number,
	maxLines: number,
): readonly string[] | undefined => {
	const longer = (lines.at(-1) ?? '') + delimiter + text;
	if (Array.from(longer).length <= maxLength) {
		return [...lines.slice(0, -1), longer];
	}

	return lines.length < maxLines ? [...lines, text] : undefined;
};

const timestamp = (seconds: number): string => {
	const milliseconds = Math.round(seconds * 1000);
	const part = (divisor: number, modulus: number, width: number): string =>
		String(Math.floor(milliseconds / divisor) % modulus).padStart(width, '0');
	return `${part(3_600_000, 100, 2)}:${part(60_000, 60, 2)}:${part(1000, 60, 2)},${part(1, 1000, 3)}`;
};

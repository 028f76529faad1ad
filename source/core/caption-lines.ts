import {type CaptionPiece, captionPieces} from './caption-pieces.js';
import {balancedLines, pieceLength, wrapPieces} from './caption-wrap.js';
import type {Word} from './word.js';

/**
Some words that are shown together, as captions are.
*/
export type Cue = {
	/**
	In whole milliseconds. Cues are in order and never overlap.
	*/
	readonly startMs: number;
	readonly endMs: number;
	readonly lines: readonly string[];
	readonly speaker?: string;
	readonly channel?: string;
};

export type CaptionLimits = {
	/**
	In characters.
	*/
	readonly maxLineLength: number;
	readonly maxLines: number;

	/**
	A cue stays at least this long, unless the next one begins earlier.
	*/
	readonly minSeconds: number;

	/**
	A silence of this length ends a cue.
	*/
	readonly pauseSeconds: number;
};

/**
For lines the service's own defaults, 37 × 2 (its `srt_overrides`). How it splits cues is not published.
*/
export const defaultCaptionLimits: CaptionLimits = {
	maxLineLength: 37,
	maxLines: 2,
	minSeconds: 1,
	pauseSeconds: 1,
};

/**
A transcript as captions: split at sentence ends, pauses and changes of speaker, and where a cue is full, there rather
after a mark; in lines of about one length. Every word is in exactly one cue.
*/
export const captionCues = (
	words: readonly Word[],
	wordDelimiter = ' ',
	limits: CaptionLimits = defaultCaptionLimits,
): readonly Cue[] => {
	// Channels speak at the same time: taken together, each would cut the other's sentences to pieces.
	const channels = [...Map.groupBy(words, word => word.channel).values()];
	const cues = channels.flatMap(channel =>
		splitWhereHeard(captionPieces(channel, wordDelimiter, limits.maxLineLength), limits)
			.flatMap(pieces => splitWhereFull(pieces, limits))
			.map(pieces => toCue(pieces, limits)),
	);
	return withoutOverlap(
		cues.toSorted((a, b) => a.startMs - b.startMs),
		limits.minSeconds * 1000,
	);
};

/**
At pauses, at changes of speaker, and at sentence ends, but for a sentence that is too short to be read alone.
*/
const splitWhereHeard = (
	pieces: readonly CaptionPiece[],
	{minSeconds, pauseSeconds}: CaptionLimits,
): ReadonlyArray<readonly CaptionPiece[]> => {
	const parts: CaptionPiece[][] = [];
	for (const piece of pieces) {
		const part = parts.at(-1);
		const first = part?.[0];
		const last = part?.at(-1);
		const isSame =
			part &&
			first &&
			last &&
			last.speaker === piece.speaker &&
			piece.startSeconds - last.endSeconds < pauseSeconds &&
			!(last.isEndOfSentence && last.endSeconds - first.startSeconds >= minSeconds);
		if (isSame) {
			part.push(piece);
		} else {
			parts.push([piece]);
		}
	}

	return parts;
};

/**
Into cues that fit, ending at a mark where one is near. What two cues can hold is split in the middle, so that no word
is left alone.
*/
const splitWhereFull = (
	pieces: readonly CaptionPiece[],
	limits: CaptionLimits,
): ReadonlyArray<readonly CaptionPiece[]> => {
	const parts: Array<readonly CaptionPiece[]> = [];
	let rest = pieces;
	for (;;) {
		const fitting = rest.slice(0, countFitting(rest, limits));
		if (fitting.length === rest.length) {
			return [...parts, rest];
		}

		const near = rest.slice(0, 2 * fitting.length);
		const wantedLength = near.length === rest.length ? textLength(near) / 2 : textLength(fitting);
		const end = bestEnd(fitting, wantedLength);
		parts.push(rest.slice(0, end));
		rest = rest.slice(end);
	}
};

const textLength = (pieces: readonly CaptionPiece[]): number =>
	pieces.reduce((length, piece) => length + pieceLength(piece), 0);

/**
How many pieces fit into one cue. At least one, as no piece is longer than a line.
*/
const countFitting = (pieces: readonly CaptionPiece[], {maxLineLength, maxLines}: CaptionLimits): number => {
	let count = 0;
	for (const line of wrapPieces(pieces, maxLineLength).take(maxLines)) {
		count += line.length;
	}

	return count;
};

/**
How many characters a mark is worth: a cue may be this much shorter than wanted to end at one.
*/
const markWorth = 12;

const bestEnd = (fitting: readonly CaptionPiece[], wantedLength: number): number => {
	let best = {end: fitting.length, cost: Number.POSITIVE_INFINITY};
	let length = 0;
	for (const [index, piece] of fitting.entries()) {
		length += pieceLength(piece);
		const worth = piece.isEndOfSentence ? 2 * markWorth : /\p{P}$/v.test(piece.text) ? markWorth : 0;
		const cost = Math.abs(length - wantedLength) - worth;
		if (cost <= best.cost) {
			best = {end: index + 1, cost};
		}
	}

	return best.end;
};

const toCue = (pieces: readonly CaptionPiece[], {maxLineLength}: CaptionLimits): Cue => {
	const [first] = pieces;
	return {
		startMs: Math.round((first?.startSeconds ?? 0) * 1000),
		endMs: Math.round(Math.max(...pieces.map(piece => piece.endSeconds)) * 1000),
		lines: balancedLines(pieces, maxLineLength),
		...(first?.speaker !== undefined && {speaker: first.speaker}),
		...(first?.channel !== undefined && {channel: first.channel}),
	};
};

/**
Even where speech overlaps, each cue gets this long before the next one starts.
*/
const shortestMs = 200;

const withoutOverlap = (cues: readonly Cue[], minMs: number): readonly Cue[] => {
	let previousEndMs = 0;
	return cues.map((cue, index) => {
		const startMs = Math.max(cue.startMs, previousEndMs);
		const nextStartMs = cues[index + 1]?.startMs ?? Number.POSITIVE_INFINITY;
		const wantedEndMs = Math.min(Math.max(cue.endMs, startMs + minMs), nextStartMs);
		const endMs = Math.max(wantedEndMs, startMs + shortestMs);
		previousEndMs = endMs;
		return {...cue, startMs, endMs};
	});
};

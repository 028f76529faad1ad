import type {RunEvent} from '../../core/run-state.js';
import {packWord} from './packed-word.js';

/**
An event as a line of a journal. Partials and finals have short names of their own, since they are most lines; the rest
is written as it is, but for packed words.
*/
export const eventLine = ({mode, event, receivedMs}: RunEvent): string => {
	if (event.type === 'partial' || event.type === 'final') {
		const {type, words, startSeconds, endSeconds, ...more} = event;
		if (Object.keys(more).length === 0) {
			return line({[type]: words.map(packWord), from: startSeconds, to: endSeconds, at: receivedMs});
		}
	}

	const packed = 'words' in event ? {...event, words: event.words.map(packWord)} : event;
	return line({mode, receivedMs, event: packed});
};

/**
Audio that was sent and acknowledged, gathered. What can be told from the piece before it is left out of a piece.
*/
export const audioLine = (
	sent: readonly SentAudio[],
	acknowledgedSeconds: number | undefined,
	receivedMs: number,
): string =>
	line({
		...(sent.length > 0 && {sent: sent.map((piece, index) => packSent(piece, sent[index - 1]))}),
		...(acknowledgedSeconds !== undefined && {acknowledged: acknowledgedSeconds}),
		at: receivedMs,
	});

/**
A piece of audio that was sent, as its event says it.
*/
export type SentAudio = {
	readonly startSeconds: number;
	readonly endSeconds: number;
	readonly byteCount: number;
	readonly capturedMs: number;
};

type PackedSent = readonly [
	endSeconds: number,
	capturedMs: number,
	byteCount?: number,
	startSeconds?: number,
];

const packSent = (
	{startSeconds, endSeconds, byteCount, capturedMs}: SentAudio,
	before: SentAudio | undefined,
): PackedSent => {
	if (before?.endSeconds !== startSeconds) {
		return [endSeconds, capturedMs, byteCount, startSeconds];
	}

	return before.byteCount === byteCount ? [endSeconds, capturedMs] : [endSeconds, capturedMs, byteCount];
};

/**
The pieces of a line from a journal, not yet checked.
*/
export const unpackSent = (pieces: readonly unknown[]): readonly unknown[] => {
	const unpacked: Array<Record<string, unknown>> = [];
	for (const piece of pieces) {
		const before = unpacked.at(-1);
		const [endSeconds, capturedMs, byteCount, startSeconds] = Array.isArray(piece)
			? (piece as readonly unknown[])
			: [];
		unpacked.push({
			startSeconds: startSeconds ?? before?.['endSeconds'],
			endSeconds,
			byteCount: byteCount ?? before?.['byteCount'],
			capturedMs,
		});
	}

	return unpacked;
};

/**
An object as a line.
*/
export const line = (content: Readonly<Record<string, unknown>>): string => `${JSON.stringify(content)}\n`;

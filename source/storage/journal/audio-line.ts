import {bytesPerSecond} from '../../core/audio-source.js';
import {line} from './event-line.js';

/**
A piece of audio that was sent, as its event says it.
*/
export type SentAudio = {
	readonly startSeconds: number;
	readonly endSeconds: number;
	readonly byteCount: number;
	readonly capturedMs: number;
};

/**
A piece as a journal has it. Where it continues the piece before it and is as large as the first one of the line, only when
it was captured.
*/
type PackedSent =
	| number
	| readonly [endSeconds: number, capturedMs: number, byteCount: number, startSeconds: number];

/**
Audio that was sent and acknowledged, gathered, as a line of a journal.
*/
export const audioLine = (
	sent: readonly SentAudio[],
	acknowledgedSeconds: number | undefined,
	receivedMs: number,
): string =>
	line({
		...(sent.length > 0 && {sent: sent.map((piece, index) => packSent(piece, sent[index - 1], sent[0]))}),
		...(acknowledgedSeconds !== undefined && {acknowledged: acknowledgedSeconds}),
		at: Math.round(receivedMs),
	});

const packSent = (
	piece: SentAudio,
	before: SentAudio | undefined,
	first: SentAudio | undefined,
): PackedSent => {
	const {startSeconds, endSeconds, byteCount, capturedMs} = piece;
	const expected = before && first && pieceAfter(before, first, capturedMs);
	const isExpected =
		expected?.startSeconds === startSeconds &&
		expected.endSeconds === endSeconds &&
		expected.byteCount === byteCount;
	return isExpected ? capturedMs : [endSeconds, capturedMs, byteCount, startSeconds];
};

/**
Computed from whole bytes, as sources do it, so that nothing adds up.
*/
const pieceAfter = ({endSeconds}: SentAudio, {byteCount}: SentAudio, capturedMs: number): SentAudio => ({
	startSeconds: endSeconds,
	endSeconds: Math.round(endSeconds * bytesPerSecond + byteCount) / bytesPerSecond,
	byteCount,
	capturedMs,
});

/**
The pieces of a line from a journal, not yet checked.
*/
export const unpackSent = (pieces: readonly unknown[]): readonly unknown[] => {
	const unpacked: unknown[] = [];
	for (const piece of pieces) {
		const [first] = unpacked as readonly SentAudio[];
		const before = unpacked.at(-1) as SentAudio | undefined;
		if (typeof piece === 'number' && first && before) {
			unpacked.push(pieceAfter(before, first, piece));
		} else {
			const [endSeconds, capturedMs, byteCount, startSeconds] = (
				Array.isArray(piece) ? piece : []
			) as readonly unknown[];
			unpacked.push({startSeconds, endSeconds, byteCount, capturedMs});
		}
	}

	return unpacked;
};

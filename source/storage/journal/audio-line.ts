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
A piece as a journal has it. Where it continues the piece before it, only when it was captured and how large it is; and where
it is as large as the first one of the line, only when it was captured.
*/
type PackedSent =
	| number
	| readonly [capturedMs: number, byteCount: number]
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
	const expected = before && pieceAfter(before, byteCount, capturedMs);
	if (expected?.startSeconds !== startSeconds || expected.endSeconds !== endSeconds) {
		return [endSeconds, capturedMs, byteCount, startSeconds];
	}

	return byteCount === first?.byteCount ? capturedMs : [capturedMs, byteCount];
};

/**
Computed from whole bytes, as sources do it, so that nothing adds up.
*/
const pieceAfter = ({endSeconds}: SentAudio, byteCount: number, capturedMs: number): SentAudio => ({
	startSeconds: endSeconds,
	endSeconds: Math.round(endSeconds * bytesPerSecond + byteCount) / bytesPerSecond,
	byteCount,
	capturedMs,
});

/**
The pieces of a line from a journal. They are not checked yet: any of their parts may be anything, or missing.
*/
export const unpackSent = (pieces: readonly unknown[]): readonly unknown[] => {
	const unpacked: SentAudio[] = [];
	for (const piece of pieces) {
		const [first] = unpacked;
		const before = unpacked.at(-1);
		const parts = (Array.isArray(piece) ? piece : [piece, first?.byteCount]) as readonly number[];
		if (parts.length === 2 && before) {
			const [capturedMs = Number.NaN, byteCount = Number.NaN] = parts;
			unpacked.push(pieceAfter(before, byteCount, capturedMs));
		} else {
			const [endSeconds, capturedMs, byteCount, startSeconds] = parts;
			unpacked.push({startSeconds, endSeconds, byteCount, capturedMs} as SentAudio);
		}
	}

	return unpacked;
};

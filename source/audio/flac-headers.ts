/**
The longest header of a FLAC frame.

@see RFC 9639, section 9.1.
*/
const longestHeaderBytes = 16;

/**
Moves the borders between pieces of a FLAC file, so that no frame's header is split. The decoder drops the frame, a tenth
of a second of audio, when a piece ends within its header (@audio/decode-flac 1.3.5).

@returns The same bytes. The end of a piece waits for the next one where a header may have begun, at a byte of ones.
*/
export async function* wholeFlacHeaders(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
	let rest: Uint8Array = new Uint8Array(0);
	for await (const piece of bytes) {
		const joined = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
		const start = joined.indexOf(0xff, Math.max(0, joined.length - longestHeaderBytes));
		const border = start === -1 ? joined.length : start;
		rest = joined.subarray(border);
		if (border > 0) {
			yield joined.subarray(0, border);
		}
	}

	if (rest.length > 0) {
		yield rest;
	}
}

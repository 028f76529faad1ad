/**
Bytes as they may arrive: in pieces of one size.
*/
export async function* inPieces(
	bytes: Uint8Array,
	pieceBytes = bytes.length,
): AsyncGenerator<Uint8Array, void> {
	for (let start = 0; start < bytes.length; start += pieceBytes) {
		yield bytes.subarray(start, start + pieceBytes);
	}
}

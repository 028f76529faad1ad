/**
A stream of bytes that can be looked at before it is consumed.
*/
export type ByteReader = {
	/**
	@returns The next bytes without consuming them: `count` of them, or fewer where the stream ends.
	*/
	peek(count: number): Promise<Uint8Array>;

	/**
	Consumes the next `count` bytes, or all that are left, in pieces of at most 64 kB.
	*/
	take(count?: number): AsyncGenerator<Uint8Array, void>;

	/**
	Consumes bytes that nobody needs.
	*/
	skip(count: number): Promise<void>;

	/**
	Lets go of the stream. Does no harm when it has ended already.
	*/
	close(): Promise<void>;
};

const largestPieceBytes = 64 * 1024;

export const createByteReader = (bytes: AsyncIterable<Uint8Array>): ByteReader => {
	const iterator = bytes[Symbol.asyncIterator]();
	let buffered: Uint8Array = new Uint8Array(0);

	const readMore = async (): Promise<boolean> => {
		const {done, value} = await iterator.next();
		if (done) {
			return false;
		}

		buffered = buffered.length === 0 ? value : Buffer.concat([buffered, value]);
		return true;
	};

	const reader: ByteReader = {
		async peek(count) {
			while (buffered.length < count && (await readMore())) {
				// Read until there is enough.
			}

			return buffered.subarray(0, count);
		},

		async *take(count = Number.POSITIVE_INFINITY) {
			let left = count;
			while (left > 0 && (buffered.length > 0 || (await readMore()))) {
				const piece = buffered.subarray(0, Math.min(left, largestPieceBytes));
				buffered = buffered.subarray(piece.length);
				left -= piece.length;
				if (piece.length > 0) {
					yield piece;
				}
			}
		},

		async skip(count) {
			for await (const _ of reader.take(count)) {
				// Only to get past it.
			}
		},

		async close() {
			await iterator.return?.();
		},
	};

	return reader;
};

/**
The same bytes in pieces that are not larger than this.
*/
export async function* inSmallPieces(
	bytes: AsyncIterable<Uint8Array>,
	largestBytes: number,
): AsyncGenerator<Uint8Array, void> {
	for await (const piece of bytes) {
		for (let start = 0; start < piece.length; start += largestBytes) {
			yield piece.subarray(start, start + largestBytes);
		}
	}
}

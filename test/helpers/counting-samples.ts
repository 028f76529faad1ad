/**
Samples of 16 bits that count, so that each tells its place: from this place on.
*/
export const countingSamples = (from: number, count: number): Uint8Array => {
	const bytes = Buffer.alloc(count * 2);
	for (let index = 0; index < count; index++) {
		bytes.writeUInt16LE((from + index) & 0xff_ff, index * 2);
	}

	return bytes;
};

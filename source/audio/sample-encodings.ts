/**
How a sample is written as bytes.
*/
export type SampleEncoding = {
	readonly bytesPerSample: number;

	/**
	@returns The sample, from −1 to 1 where the encoding has such a limit.
	*/
	read(view: DataView, offset: number): number;
};

/**
Every way of writing samples that Duet reads by itself. Integers are divided by the same power of two on both sides of
zero, so that 16 bits come out as they went in.
*/
export const sampleEncodings = {
	u8: {bytesPerSample: 1, read: (view, offset) => (view.getUint8(offset) - 128) / 2 ** 7},
	s16le: {bytesPerSample: 2, read: (view, offset) => view.getInt16(offset, true) / 2 ** 15},
	s24le: {
		bytesPerSample: 3,
		read: (view, offset) => (view.getInt8(offset + 2) * 2 ** 16 + view.getUint16(offset, true)) / 2 ** 23,
	},
	s32le: {bytesPerSample: 4, read: (view, offset) => view.getInt32(offset, true) / 2 ** 31},
	f32le: {bytesPerSample: 4, read: (view, offset) => view.getFloat32(offset, true)},
	f64le: {bytesPerSample: 8, read: (view, offset) => view.getFloat64(offset, true)},
	alaw: {bytesPerSample: 1, read: (view, offset) => aLaw(view.getUint8(offset))},
	mulaw: {bytesPerSample: 1, read: (view, offset) => muLaw(view.getUint8(offset))},
} as const satisfies Readonly<Record<string, SampleEncoding>>;

/**
Interleaved samples as one array a channel. Bytes after the last whole frame are left out.
*/
export const readSamples = (
	bytes: Uint8Array,
	encoding: SampleEncoding,
	channelCount: number,
): readonly Float32Array[] => {
	const {bytesPerSample, read} = encoding;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const frameBytes = bytesPerSample * channelCount;
	const frameCount = Math.floor(bytes.length / frameBytes);
	return Array.from({length: channelCount}, (_, channel) => {
		const samples = new Float32Array(frameCount);
		let offset = channel * bytesPerSample;
		for (let frame = 0; frame < frameCount; frame++) {
			samples[frame] = read(view, offset);
			offset += frameBytes;
		}

		return samples;
	});
};

/**
A byte of A-law: every second bit is inverted, then sign, three bits of exponent and four of mantissa.

@see ITU-T recommendation G.711, table 1.
*/
const aLaw = (byte: number): number => {
	const bits = byte ^ 0x55;
	const exponent = (bits >> 4) & 7;
	const step = ((bits & 15) << 4) + 8;
	const magnitude = exponent === 0 ? step : (step + 256) << (exponent - 1);
	return (bits & 0x80 ? magnitude : -magnitude) / 2 ** 15;
};

/**
A byte of mu-law: all bits are inverted, then as A-law, with a bias of 132 in the magnitude.

@see ITU-T recommendation G.711, table 2.
*/
const muLaw = (byte: number): number => {
	const bits = ~byte & 0xff;
	const magnitude = ((((bits & 15) << 3) + 132) << ((bits >> 4) & 7)) - 132;
	return (bits & 0x80 ? -magnitude : magnitude) / 2 ** 15;
};

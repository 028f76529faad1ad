/**
How {@link encodedWav} writes a sample.
*/
export type WavEncoding = {
	readonly format: number;
	readonly bits: number;
	write(view: DataView, offset: number, sample: number): void;
};

const whole = (sample: number, bits: number): number =>
	Math.max(-(2 ** (bits - 1)), Math.min(2 ** (bits - 1) - 1, Math.round(sample * 2 ** (bits - 1))));

/**
Every plain encoding of WAV files, by the name that sound tools use.
*/
export const wavEncodings = {
	u8: {
		format: 1,
		bits: 8,
		write: (view, offset, sample) => view.setUint8(offset, whole(sample, 8) + 128),
	},
	s16: {
		format: 1,
		bits: 16,
		write: (view, offset, sample) => view.setInt16(offset, whole(sample, 16), true),
	},
	s24: {
		format: 1,
		bits: 24,
		write(view, offset, sample) {
			view.setUint16(offset, whole(sample, 24) & 0xffff, true);
			view.setInt8(offset + 2, whole(sample, 24) >> 16);
		},
	},
	s32: {
		format: 1,
		bits: 32,
		write: (view, offset, sample) => view.setInt32(offset, whole(sample, 32), true),
	},
	f32: {
		format: 3,
		bits: 32,
		write: (view, offset, sample) => view.setFloat32(offset, sample, true),
	},
	f64: {
		format: 3,
		bits: 64,
		write: (view, offset, sample) => view.setFloat64(offset, sample, true),
	},
} as const satisfies Readonly<Record<string, WavEncoding>>;

export type WavShape = {
	readonly sampleRateHz?: number;
	readonly encoding?: WavEncoding;
	readonly isExtensible?: boolean;

	/**
	What the header promises, if not the truth.
	*/
	readonly promisedBytes?: number;

	/**
	Bytes of other chunks before and after the samples.
	*/
	readonly chunksBefore?: Uint8Array;
	readonly chunksAfter?: Uint8Array;
};

/**
A WAV file of any shape from samples between −1 and 1, one array a channel.
*/
export const encodedWav = (channels: ReadonlyArray<ArrayLike<number>>, shape: WavShape = {}): Uint8Array => {
	const {sampleRateHz = 16_000, encoding = wavEncodings.s16, isExtensible = false} = shape;
	const sampleBytes = encoding.bits / 8;
	const frameCount = channels[0]?.length ?? 0;
	const samples = new DataView(new ArrayBuffer(frameCount * channels.length * sampleBytes));
	for (let frame = 0; frame < frameCount; frame++) {
		for (const [index, channel] of channels.entries()) {
			encoding.write(samples, (frame * channels.length + index) * sampleBytes, channel[frame] ?? 0);
		}
	}

	const format = Buffer.alloc(isExtensible ? 40 : 16);
	format.writeUInt16LE(isExtensible ? 0xfffe : encoding.format, 0);
	format.writeUInt16LE(channels.length, 2);
	format.writeUInt32LE(sampleRateHz, 4);
	format.writeUInt32LE(sampleRateHz * channels.length * sampleBytes, 8);
	format.writeUInt16LE(channels.length * sampleBytes, 12);
	format.writeUInt16LE(encoding.bits, 14);
	if (isExtensible) {
		format.writeUInt16LE(22, 16);
		format.writeUInt16LE(encoding.format, 24);
	}

	const promised = Buffer.alloc(4);
	promised.writeUInt32LE(shape.promisedBytes ?? samples.byteLength);
	return Buffer.concat([
		Buffer.from('RIFF\0\0\0\0WAVE', 'latin1'),
		wavChunk('fmt ', format),
		shape.chunksBefore ?? Buffer.alloc(0),
		Buffer.from('data'),
		promised,
		Buffer.from(samples.buffer),
		shape.chunksAfter ?? Buffer.alloc(0),
	]);
};

/**
A chunk with its name, its length, and the byte that makes an odd length even.
*/
export const wavChunk = (name: string, content: Uint8Array): Buffer => {
	const length = Buffer.alloc(4);
	length.writeUInt32LE(content.length);
	return Buffer.concat([Buffer.from(name), length, content, Buffer.alloc(content.length % 2)]);
};

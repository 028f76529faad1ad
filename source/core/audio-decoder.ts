/**
What the local server needs to hear: the formats that users send, as 16 kHz samples.
*/
export type AudioDecoder = {
	/**
	Decodes an encoded file, its format detected from its content, while it arrives.

	@returns Blocks of samples, one array a channel, or a single mixed-down one for `mono`.
	@throws {ProblemError} Of kind `bad-input`, when the bytes are not audio that can be decoded.
	*/
	decodeFile(
		bytes: AsyncIterable<Uint8Array>,
		layout: 'mono' | 'channels',
	): AsyncIterable<readonly Int16Array[]>;

	/**
	Converts headerless mono samples. Chunks may split a sample. 16 kHz s16le passes through without delay.
	*/
	decodeRaw(bytes: AsyncIterable<Uint8Array>, encoding: RawEncoding): AsyncIterable<Int16Array>;
};

/**
The headerless encodings of the real-time API.
*/
export type RawEncoding = {
	readonly encoding: 'pcm_s16le' | 'pcm_f32le' | 'mulaw';
	readonly sampleRateHz: number;
};

/**
Some audio as it comes out of a decoder.
*/
export type DecodedBlock = {
	/**
	Samples from −1 to 1, one array a channel, all of the same length.
	*/
	readonly channels: readonly Float32Array[];
	readonly sampleRateHz: number;
};

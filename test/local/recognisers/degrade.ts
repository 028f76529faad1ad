/**
What lines, formats and people do to audio, made with arithmetic, so that the tests need no other program.
*/
export type Degradation = (samples: Int16Array) => Int16Array;

const clip = (value: number): number => Math.max(-32_768, Math.min(32_767, Math.round(value)));

export const gain =
	(factor: number): Degradation =>
	samples =>
		samples.map(sample => clip(sample * factor));

/**
Noise that is the same in every run, `level` of full scale at the most.
*/
export const noise = (sampleCount: number, level: number): Int16Array => {
	let seed = 1;
	return Int16Array.from({length: sampleCount}, () => {
		seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
		return clip((seed / 1_073_741_824 - 1) * level * 32_768);
	});
};

export const withNoise =
	(level: number): Degradation =>
	samples => {
		const added = noise(samples.length, level);
		return samples.map((sample, index) => clip(sample + (added[index] ?? 0)));
	};

/**
A telephone line: 8 kHz, and each sample squeezed into 8 bits by the mu-law.
*/
export const telephone: Degradation = samples => {
	const slow = samples
		.filter((_, index) => index % 2 === 0)
		.map((sample, index) => (sample + (samples[index * 2 + 1] ?? sample)) / 2)
		.map(throughMuLaw);
	return samples.map((_, index) => {
		const before = slow[Math.floor(index / 2)] ?? 0;
		const after = slow[Math.floor((index + 1) / 2)] ?? before;
		return (before + after) / 2;
	});
};

/**
@see ITU-T G.711, with the continuous form of the curve.
*/
const throughMuLaw = (sample: number): number => {
	const squeezed = Math.log1p((255 * Math.abs(sample)) / 32_768) / Math.log(256);
	const kept = Math.round(squeezed * 127) / 127;
	return clip((Math.sign(sample) * 32_768 * (256 ** kept - 1)) / 255);
};

/**
To another sample rate and back, by straight lines between samples, as cheap converters do.
*/
export const throughRate =
	(rateHz: number): Degradation =>
	samples => {
		const stretch = (from: Int16Array, ratio: number): Int16Array =>
			Int16Array.from({length: Math.floor(from.length * ratio)}, (_, index) => {
				const place = index / ratio;
				const before = from[Math.floor(place)] ?? 0;
				const after = from[Math.floor(place) + 1] ?? before;
				return clip(before + (after - before) * (place % 1));
			});
		return stretch(stretch(samples, rateHz / 16_000), 16_000 / rateHz);
	};

/**
Coarse steps of loudness in place of fine ones, as a lossy format makes them: each 4 ms keeps 4 bits.
*/
export const coarse: Degradation = samples => {
	const blockLength = 64;
	return samples.map((sample, index) => {
		const start = index - (index % blockLength);
		const loudest = samples
			.subarray(start, start + blockLength)
			.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
		const step = loudest / 8;
		return clip(Math.round(sample / step) * step);
	});
};

export const joined = (...parts: readonly Int16Array[]): Int16Array =>
	Int16Array.from(parts.flatMap(part => [...part]));

export const silence = (seconds: number): Int16Array => new Int16Array(seconds * 16_000);

/**
From one second to another.
*/
export const between = (samples: Int16Array, startSeconds: number, endSeconds = 1e6): Int16Array =>
	samples.subarray(Math.round(startSeconds * 16_000), Math.round(endSeconds * 16_000));

/**
The sound of speech that nobody knows.
*/
export const reversed: Degradation = samples => samples.toReversed();

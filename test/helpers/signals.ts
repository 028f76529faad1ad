/**
A sine wave from −`amplitude` to `amplitude`, computed at its exact times.
*/
export const sine = (
	frequencyHz: number,
	{
		sampleRateHz,
		sampleCount,
		amplitude = 0.5,
	}: {sampleRateHz: number; sampleCount: number; amplitude?: number},
): Float32Array =>
	Float32Array.from(
		{length: sampleCount},
		(_, index) => amplitude * Math.sin((2 * Math.PI * frequencyHz * index) / sampleRateHz),
	);

/**
What the fixtures in `test/fixtures/audio` hold: a tone that rises from 200 to 3400 Hz in 1.5 s.
*/
export const risingTone = (sampleRateHz: number): Float32Array =>
	Float32Array.from({length: 1.5 * sampleRateHz}, (_, index) => {
		const seconds = index / sampleRateHz;
		return 0.5 * Math.sin(2 * Math.PI * (200 * seconds + (3200 / 3) * seconds ** 2));
	});

/**
How alike two signals are when one is moved by some samples: 1 for the same shape, 0 for unrelated ones.
*/
export const correlation = (a: ArrayLike<number>, b: ArrayLike<number>, shift = 0): number => {
	let [product, energyA, energyB] = [0, 0, 0];
	for (let index = Math.max(0, -shift); index < Math.min(a.length, b.length - shift); index++) {
		const [left, right] = [a[index] ?? 0, b[index + shift] ?? 0];
		product += left * right;
		energyA += left ** 2;
		energyB += right ** 2;
	}

	return product / Math.sqrt(energyA * energyB);
};

/**
The ratio of what is wanted to what differs from it, in decibels.
*/
export const signalToNoiseDb = (
	actual: ArrayLike<number>,
	wanted: ArrayLike<number>,
	from = 0,
	to = wanted.length,
) => {
	let [signal, noise] = [0, 0];
	for (let index = from; index < to; index++) {
		signal += (wanted[index] ?? 0) ** 2;
		noise += ((actual[index] ?? 0) - (wanted[index] ?? 0)) ** 2;
	}

	return 10 * Math.log10(signal / noise);
};

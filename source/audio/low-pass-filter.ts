/**
A filter that reads a signal between its samples: for each of `phaseCount` places between two input samples, the
weights of the input samples around it.
*/
export type PolyphaseFilter = {
	/**
	Weights a phase. The place that is read lies between the two in the middle.
	*/
	readonly length: number;

	/**
	The phases one after the other. The weights of each sum to 1.
	*/
	readonly weights: Float32Array;
};

/**
A low-pass filter: a sinc with a Kaiser window over 32 zero crossings on either side. Of the band that the output can
hold, the lower 87 % pass unchanged within 0.01 dB; what would fold back into that part is 80 dB down.

@param bandwidth - The part of the input's band that the output can hold, at most 1.
@see J. F. Kaiser, "Nonrecursive digital filter design using the I0-sinh window function", 1974.
*/
export const lowPassFilter = (phaseCount: number, bandwidth: number): PolyphaseFilter => {
	const halfLength = Math.ceil(zeroCrossings / bandwidth);
	const length = 2 * halfLength;
	const weights = new Float32Array(phaseCount * length);
	for (let phase = 0; phase < phaseCount; phase++) {
		const ofPhase = Array.from({length}, (_, index) => {
			const distance = index - (halfLength - 1) - phase / phaseCount;
			return sinc(distance * bandwidth * cutOff) * kaiserWindow(distance / halfLength);
		});
		const sum = ofPhase.reduce((total, weight) => total + weight, 0);
		weights.set(
			ofPhase.map(weight => weight / sum),
			phase * length,
		);
	}

	return {length, weights};
};

const zeroCrossings = 32;
const cutOff = 0.95;
const kaiserBeta = 8;

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

const kaiserWindow = (x: number): number =>
	Math.abs(x) >= 1 ? 0 : besselI0(kaiserBeta * Math.sqrt(1 - x * x)) / besselI0(kaiserBeta);

/**
The modified Bessel function of order zero, by its power series.
*/
const besselI0 = (x: number): number => {
	let sum = 1;
	let term = 1;
	for (let k = 1; term > sum * 1e-12; k++) {
		term *= (x / (2 * k)) ** 2;
		sum += term;
	}

	return sum;
};

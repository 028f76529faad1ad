import {lowPassFilter} from './low-pass-filter.js';

/**
Changes the sample rate of one channel, piece by piece, as if it had come in one.
*/
export type Resampler = {
	/**
	@returns What can be said already: the filter looks two milliseconds ahead.
	*/
	push(samples: Float32Array): Float32Array;

	/**
	Ends the audio.

	@returns The rest, so that the output is as long as the input, to the nearest sample.
	*/
	flush(): Float32Array;

	/**
	One that goes on from here by itself, for a second channel that was the same as the first until now.
	*/
	clone(): Resampler;
};

/**
Sample j of the output lies at exactly the input's time j × `fromHz` / `toHz`: there is no delay to make up for.

@param fromHz - A whole number, like `toHz`.
*/
export const createResampler = (fromHz: number, toHz: number): Resampler => {
	if (fromHz === toHz) {
		return passThrough;
	}

	const divisor = greatestCommonDivisor(fromHz, toHz);
	const phaseCount = toHz / divisor; // In an input sample.
	const step = fromHz / divisor; // From output to output, in phases.
	const {length, weights} = lowPassFilter(phaseCount, Math.min(1, toHz / fromHz));

	const start = (from: ResamplerState): Resampler => {
		let {pending, phase, inputCount, outputCount} = from;

		const push = (samples: Float32Array): Float32Array => {
			const input = new Float32Array(pending.length + samples.length);
			input.set(pending);
			input.set(samples, pending.length);
			inputCount += samples.length;

			// As many as have all the samples that their filter covers.
			const endPhase = (input.length - length + 1) * phaseCount;
			const output = new Float32Array(Math.max(0, Math.ceil((endPhase - phase) / step)));
			for (let index = 0; index < output.length; index++) {
				const inputOffset = Math.floor(phase / phaseCount);
				const weightOffset = (phase % phaseCount) * length;
				let sum = 0;
				for (let tap = 0; tap < length; tap++) {
					sum += (weights[weightOffset + tap] as number) * (input[inputOffset + tap] as number);
				}

				output[index] = sum;
				phase += step;
			}

			pending = input.slice(Math.floor(phase / phaseCount));
			phase %= phaseCount;
			outputCount += output.length;
			return output;
		};

		return {
			push,
			flush() {
				const missing = Math.round((inputCount * toHz) / fromHz) - outputCount;
				return push(new Float32Array(length / 2)).subarray(0, missing);
			},
			clone: () => start({pending, phase, inputCount, outputCount}),
		};
	};

	// Silence before the first sample, so that the middle of the filter starts on it.
	return start({pending: new Float32Array(length / 2 - 1), phase: 0, inputCount: 0, outputCount: 0});
};

type ResamplerState = {
	/**
	Input from the start of the next output's filter on.
	*/
	readonly pending: Float32Array;

	/**
	Where that output lies between two samples.
	*/
	readonly phase: number;
	readonly inputCount: number;
	readonly outputCount: number;
};

const passThrough: Resampler = {
	push: samples => samples,
	flush: () => new Float32Array(0),
	clone: () => passThrough,
};

const greatestCommonDivisor = (a: number, b: number): number =>
	b === 0 ? a : greatestCommonDivisor(b, a % b);

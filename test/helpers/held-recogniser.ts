import type {Recogniser} from '../../source/core/recogniser.js';
import type {Word} from '../../source/core/word.js';
import {scriptedRecogniser} from './scripted-recogniser.js';

/**
One time that a {@link heldRecogniser} was asked to recognise something.
*/
export type HeldCall = {
	readonly signal: AbortSignal;

	/**
	Lets it become ready: it asks for the first audio.
	*/
	readonly release: () => void;
	readonly fail: (error: unknown) => void;
};

/**
A recogniser that takes as long to start as a test wants, or until it is stopped, and then hears a script.
*/
export const heldRecogniser = (script: readonly Word[], changes: Partial<Recogniser> = {}) => {
	const calls: Array<PromiseWithResolvers<HeldCall>> = [];
	let callCount = 0;
	const place = (index: number): PromiseWithResolvers<HeldCall> => {
		calls[index] ??= Promise.withResolvers<HeldCall>();
		return calls[index];
	};

	const {recognise} = scriptedRecogniser(script);
	const recogniser = scriptedRecogniser(script, {
		async *recognise(audio, options, signal) {
			const gate = Promise.withResolvers<void>();
			signal.addEventListener('abort', () => gate.resolve(), {once: true});
			place(callCount).resolve({signal, release: gate.resolve, fail: gate.reject});
			callCount += 1;
			await gate.promise;
			yield* recognise(audio, options, signal);
		},
		...changes,
	});

	return {
		recogniser,

		/**
		The call of that number, counted from 0, which has come or will come.
		*/
		call: async (index: number): Promise<HeldCall> => place(index).promise,
		callCount: (): number => callCount,
	};
};

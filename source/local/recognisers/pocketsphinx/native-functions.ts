import type {LibraryHandle} from 'koffi';
import type {Pointer} from './native-call.js';

/**
The functions of the library that a decoder needs, as C has them: handles are addresses, switches are 0 or 1, and results
besides the returned one go to the first place of an array.
*/
export type NativeFunctions = {
	readonly init: (config: bigint) => Pointer;
	readonly start: (decoder: bigint) => number;
	readonly process: (
		decoder: bigint,
		samples: Int16Array,
		count: number,
		isSearchOff: number,
		isWhole: number,
	) => number;
	readonly end: (decoder: bigint) => number;
	readonly firstSegment: (decoder: bigint) => Pointer;
	readonly nextSegment: (segment: bigint) => Pointer;
	readonly token: (segment: bigint) => string | null;
	readonly frames: (segment: bigint, startFrame: number[], endFrame: number[]) => void;
	readonly probability: (
		segment: bigint,
		acoustic: number[],
		language: number[],
		backoff: number[],
	) => number;
	readonly logarithms: (decoder: bigint) => Pointer;
	readonly exponential: (logarithms: bigint, value: number) => number;
	readonly lookUp: (decoder: bigint, word: string) => string | null;
	readonly addWord: (decoder: bigint, token: string, sounds: string, isLast: number) => number;
};

/**
@param utilities - Where the functions for logarithms are.
@throws {Error} Where a function is missing.
*/
export const nativeFunctions = (library: LibraryHandle, utilities: LibraryHandle): NativeFunctions => ({
	init: library.func('void *ps_init(void *)'),
	start: library.func('int ps_start_utt(void *)'),
	process: library.func('int ps_process_raw(void *, const int16_t *, size_t, int, int)'),
	end: library.func('int ps_end_utt(void *)'),
	firstSegment: library.func('void *ps_seg_iter(void *)'),
	nextSegment: library.func('void *ps_seg_next(void *)'),
	token: library.func('const char *ps_seg_word(void *)'),
	frames: library.func('void ps_seg_frames(void *, _Out_ int *, _Out_ int *)'),
	probability: library.func('int32_t ps_seg_prob(void *, _Out_ int32_t *, _Out_ int32_t *, _Out_ int32_t *)'),
	logarithms: library.func('void *ps_get_logmath(void *)'),
	exponential: utilities.func('double logmath_exp(void *, int)'),
	// The exclamation mark: the string is ours, so that it is freed once it is read.
	lookUp: library.func('str! ps_lookup_word(void *, const char *)'),
	addWord: library.func('int ps_add_word(void *, const char *, const char *, int)'),
});

/**
A source of random numbers from 0 up to but without 1.
*/
export type Random = () => number;

/**
Random numbers that are the same each time for the same seed: mulberry32, of which any 32 bits are a good start.

@param seed - Of two that differ in anything, the numbers have nothing to do with each other.
@see Tommy Ettinger's mulberry32, in the public domain, in the form collected by bryc at
https://github.com/bryc/code/blob/master/jshash/PRNGs.md; the seed is spread over the 32 bits by FNV-1a.
*/
export const createRandom = (seed: string): Random => {
	let state = fnv1a(seed);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
};

/**
@see The FNV hash, http://www.isthe.com/chongo/tech/comp/fnv/: offset basis and prime of its 32-bit form.
*/
const fnv1a = (text: string): number =>
	[...text].reduce(
		(hash, character) => Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193),
		0x811c9dc5,
	);

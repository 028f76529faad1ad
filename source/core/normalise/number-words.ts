/**
What a word can do in a number.
*/
export type NumberWord =
	| {
			/**
			A unit is below twenty, a ten from twenty to ninety, a scale a hundred and more.
			*/
			readonly kind: 'unit' | 'ten' | 'scale';
			readonly value: bigint;

			/**
			The ending of a plural or an ordinal, which closes the number: the "rd" of "third", the "s" of "fifties".
			*/
			readonly suffix: string;
	  }
	| {readonly kind: 'zero'}
	| {readonly kind: 'repeat'; readonly times: number}
	| {readonly kind: 'sign' | 'currency'; readonly symbol: string}
	| {readonly kind: 'percent'};

const units =
	'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
		' ',
	);
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const scales =
	'thousand million billion trillion quadrillion quintillion sextillion septillion octillion nonillion decillion'.split(
		' ',
	);

const irregularOrdinals: Readonly<Record<string, readonly [name: string, suffix: string]>> = {
	one: ['first', 'st'],
	two: ['second', 'nd'],
	three: ['third', 'rd'],
	five: ['fifth', 'th'],
	eight: ['eighth', 'th'],
	nine: ['ninth', 'th'],
	twelve: ['twelfth', 'th'],
};

/**
A number's name, its plural and its ordinal: "six", "sixes", "sixth".
*/
const forms = (
	kind: 'unit' | 'ten' | 'scale',
	name: string,
	value: bigint,
): ReadonlyArray<readonly [string, NumberWord]> => {
	const stem = name.replace(/y$/v, 'ie');
	const plural = name.endsWith('x') ? `${name}es` : `${stem}s`;
	const [ordinal, suffix] = irregularOrdinals[name] ?? [`${stem}th`, 'th'];
	return [
		[name, {kind, value, suffix: ''}],
		[plural, {kind, value, suffix: 's'}],
		[ordinal, {kind, value, suffix}],
	];
};

/**
Every English word that can be part of a number, apart from the small ones that need their neighbours to tell
("oh", "and", "a", "point", "per cent").
*/
export const numberWords: ReadonlyMap<string, NumberWord> = new Map<string, NumberWord>([
	...units.flatMap((name, index) => forms('unit', name, BigInt(index + 1))),
	...tens.flatMap((name, index) => forms('ten', name, BigInt(index * 10 + 20))),
	...forms('scale', 'hundred', 100n),
	...scales.flatMap((name, index) => forms('scale', name, 1000n ** BigInt(index + 1))),
	['zero', {kind: 'zero'}],
	['zeroth', {kind: 'unit', value: 0n, suffix: 'th'}],
	['double', {kind: 'repeat', times: 2}],
	['triple', {kind: 'repeat', times: 3}],
	['minus', {kind: 'sign', symbol: '-'}],
	['negative', {kind: 'sign', symbol: '-'}],
	['plus', {kind: 'sign', symbol: '+'}],
	['positive', {kind: 'sign', symbol: '+'}],
	...['dollar', 'dollars', '$'].map(name => [name, {kind: 'currency', symbol: '$'}] as const),
	...['euro', 'euros', '€'].map(name => [name, {kind: 'currency', symbol: '€'}] as const),
	...['pound', 'pounds', '£'].map(name => [name, {kind: 'currency', symbol: '£'}] as const),
	...['cent', 'cents', '¢'].map(name => [name, {kind: 'currency', symbol: '¢'}] as const),
	...['percent', '%'].map(name => [name, {kind: 'percent'}] as const),
]);

import type {Word} from '../../core/word.js';

/**
A word as a journal has it: text, start, end, speaker, confidence, and what else there is. What is missing at the end is
left out, what is missing before is null. Partials come several times a second for hours, and names would be most of it.
*/
export type PackedWord = readonly [
	text: string,
	startSeconds: number,
	endSeconds: number,
	speaker?: string | null,
	confidence?: number | null,
	rest?: MarkNumber | Readonly<Record<string, unknown>>,
];

/**
What most punctuation marks have in common, by the place in this list.
*/
const usualMarks = [
	{type: 'punctuation', attachesTo: 'previous', isEndOfSentence: true},
	{type: 'punctuation', attachesTo: 'previous', isEndOfSentence: false},
] as const;

type MarkNumber = 0 | 1;

/**
Nothing of a word is lost, also of what a later Duet may add to one.
*/
export const packWord = (word: Word): PackedWord => {
	const {text, startSeconds, endSeconds, confidence, speaker, ...more} = word;
	const rest = packRest(more);
	const head = [text, startSeconds, endSeconds] as const;
	if (rest !== undefined) {
		return [...head, speaker ?? null, confidence ?? null, rest];
	}

	if (confidence !== undefined) {
		return [...head, speaker ?? null, confidence];
	}

	return speaker === undefined ? head : [...head, speaker];
};

type Rest = Omit<Word, 'text' | 'startSeconds' | 'endSeconds' | 'confidence' | 'speaker'>;

const packRest = ({type, ...more}: Rest): PackedWord[5] => {
	if (type === 'word') {
		return Object.keys(more).length === 0 ? undefined : more;
	}

	const usual = usualMarks.findIndex(
		({attachesTo, isEndOfSentence}) =>
			more.attachesTo === attachesTo &&
			more.isEndOfSentence === isEndOfSentence &&
			Object.keys(more).length === 2,
	);
	return usual === -1 ? {type, ...more} : (usual as MarkNumber);
};

/**
A word from a journal, not yet checked: what cannot be unpacked comes back as it is.
*/
export const unpackWord = (packed: unknown): unknown => {
	if (!Array.isArray(packed)) {
		return packed;
	}

	const [text, startSeconds, endSeconds, speaker, confidence, rest] = packed as readonly unknown[];
	const more = typeof rest === 'number' ? usualMarks[rest] : rest;
	return {
		text,
		type: 'word',
		startSeconds,
		endSeconds,
		...((confidence ?? undefined) !== undefined && {confidence}),
		...((speaker ?? undefined) !== undefined && {speaker}),
		...(typeof more === 'object' ? more : {}),
	};
};

import {
	type KnownAudio,
	type KnownChapter,
	type KnownSentence,
	type KnownWord,
	type Mishearing,
	sentenceWords,
} from './known-audio.js';

type Fields = Readonly<Record<string, unknown>>;

const fail = (place: string, expected: string): never => {
	throw new TypeError(`${place}: ${expected} expected`);
};

const fieldsOf = (value: unknown, place: string): Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Fields)
		: fail(place, 'an object');

const listOf = <Item>(
	value: unknown,
	place: string,
	parse: (item: unknown, place: string) => Item,
): readonly Item[] =>
	Array.isArray(value)
		? value.map((item, index) => parse(item, `${place}[${index}]`))
		: fail(place, 'a list');

const textOf = (value: unknown, place: string): string =>
	typeof value === 'string' ? value : fail(place, 'text');

const numberOf = (value: unknown, place: string, least: number, most: number): number =>
	typeof value === 'number' && value >= least && value <= most
		? value
		: fail(place, `a number from ${least} to ${most}`);

const oneOf = <const Choice extends string>(
	value: unknown,
	place: string,
	choices: readonly Choice[],
): Choice => choices.find(choice => choice === value) ?? fail(place, choices.join(' or '));

const parseMishearing = (value: unknown, place: string): Mishearing => {
	const {as, confidence, whenModel, whenMaxDelayBelow} = fieldsOf(value, place);
	return {
		as: textOf(as, `${place}.as`),
		...(confidence !== undefined && {confidence: numberOf(confidence, `${place}.confidence`, 0, 1)}),
		...(whenModel !== undefined && {
			whenModel: oneOf(whenModel, `${place}.whenModel`, ['standard', 'enhanced']),
		}),
		...(whenMaxDelayBelow !== undefined && {
			whenMaxDelayBelow: numberOf(whenMaxDelayBelow, `${place}.whenMaxDelayBelow`, 0, 4),
		}),
	};
};

const parseSentence = (value: unknown, place: string): KnownSentence => {
	const {sentiment, topics, translations} = fieldsOf(value, place);
	return {
		sentiment: oneOf(sentiment, `${place}.sentiment`, ['positive', 'negative', 'neutral']),
		topics: listOf(topics, `${place}.topics`, textOf),
		translations: Object.fromEntries(
			Object.entries(fieldsOf(translations, `${place}.translations`)).map(([language, text]) => [
				language,
				textOf(text, `${place}.translations.${language}`),
			]),
		),
	};
};

const parseChapter = (value: unknown, place: string, sentenceCount: number): KnownChapter => {
	const {title, text, firstSentence, lastSentence} = fieldsOf(value, place);
	const first = numberOf(firstSentence, `${place}.firstSentence`, 1, sentenceCount);
	return {
		title: textOf(title, `${place}.title`),
		text: textOf(text, `${place}.text`),
		firstSentence: first,
		lastSentence: numberOf(lastSentence, `${place}.lastSentence`, first, sentenceCount),
	};
};

/**
A word as it is heard; its times and speaker are in the list of true times, in the same order. An item without a letter
or a digit is the mark of the word before it.
*/
const parseWords = (value: unknown, times: unknown): readonly KnownWord[] => {
	const timeList = listOf(times, 'word times', fieldsOf);
	const words: KnownWord[] = [];
	for (const [index, item] of listOf(value, 'words', fieldsOf).entries()) {
		const place = `words[${index}]`;
		const text = textOf(item['text'], `${place}.text`);
		const confidence = numberOf(item['confidence'], `${place}.confidence`, 0, 1);
		const last = words.at(-1);
		if (last && !/[\p{L}\p{N}]/v.test(text)) {
			words.splice(-1, 1, {...last, mark: {text, confidence}});
			continue;
		}

		const timePlace = `word times[${words.length}]`;
		const time = timeList[words.length] ?? fail(timePlace, text);
		if (time['text'] !== text) {
			fail(timePlace, `"${text}"`);
		}

		const startSeconds = numberOf(
			time['startSeconds'],
			`${timePlace}.startSeconds`,
			last?.endSeconds ?? 0,
			1e6,
		);
		words.push({
			text,
			confidence,
			startSeconds,
			endSeconds: numberOf(time['endSeconds'], `${timePlace}.endSeconds`, startSeconds, 1e6),
			speaker: textOf(time['speaker'], `${timePlace}.speaker`),
			heard: listOf(item['heard'] ?? [], `${place}.heard`, parseMishearing),
			...(item['first'] !== undefined && {first: textOf(item['first'], `${place}.first`)}),
		});
	}

	return words.length === timeList.length ? words : fail('words', `${timeList.length} words`);
};

/**
Checks everything that a hand may have got wrong in what replay knows.

@param knowledge - The content of `replay.json`.
@param wordTimes - The true times and speakers of the words, in order.
@throws {TypeError} Saying where and what was expected.
*/
export const parseKnowledge = (knowledge: unknown, wordTimes: unknown): Omit<KnownAudio, 'samples'> => {
	const {version, language, words, sentences, summary, chapters} = fieldsOf(knowledge, 'file');
	numberOf(version, 'version', 1, 1);
	const knownWords = parseWords(words, wordTimes);
	const sentenceCount = sentenceWords(knownWords).length;
	const knownSentences = listOf(sentences, 'sentences', parseSentence);
	if (knownSentences.length !== sentenceCount) {
		fail('sentences', `${sentenceCount} items`);
	}

	return {
		language: textOf(language, 'language'),
		words: knownWords,
		sentences: knownSentences,
		summary: textOf(summary, 'summary'),
		chapters: listOf(chapters, 'chapters', (chapter, place) => parseChapter(chapter, place, sentenceCount)),
	};
};

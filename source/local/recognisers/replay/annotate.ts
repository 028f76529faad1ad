import type {Annotations, TimedText} from '../../../core/recogniser.js';
import type {Word} from '../../../core/word.js';
import {type FoundSentence, findSentences} from './find-sentences.js';
import type {KnownAudio} from './known-audio.js';

/**
What is known about those sentences of a transcript that are known, on the transcript's own axis.

@returns Always a list of translations for each language there are any in, be it empty.
*/
export const annotate = (library: readonly KnownAudio[], transcript: readonly Word[]): Annotations => {
	const hearings = library.map(known => ({known, found: findSentences(known, transcript)}));
	const found = hearings
		.flatMap(hearing => hearing.found)
		.sort((one, other) => one.startSeconds - other.startSeconds);
	const languages = new Set(
		library.flatMap(({sentences}) => sentences.flatMap(({translations}) => Object.keys(translations))),
	);
	const summary = hearings.flatMap(hearing => summaryOf(hearing.known, hearing.found)).join(' ');
	return {
		translations: Object.fromEntries(
			Array.from(languages, language => [language, found.flatMap(one => translationOf(one, language))]),
		),
		...(summary !== '' && {summary}),
		sentiments: found.map(one => ({...timedText(one), sentiment: one.sentence.sentiment})),
		topics: found
			.filter(({sentence}) => sentence.topics.length > 0)
			.map(one => ({...timedText(one), topics: one.sentence.topics})),
		chapters: hearings.flatMap(hearing =>
			hearingsApart(hearing.found).flatMap(once => chaptersOf(hearing.known, once)),
		),
	};
};

const timedText = ({text, startSeconds, endSeconds, speaker}: FoundSentence): TimedText => ({
	text,
	startSeconds,
	endSeconds,
	...(speaker !== undefined && {speaker}),
});

const translationOf = (found: FoundSentence, language: string): readonly TimedText[] => {
	const text = found.sentence.translations[language];
	return text === undefined ? [] : [{...timedText(found), text}];
};

/**
The summary holds where at least half of the sentences were heard.
*/
const summaryOf = ({sentences, summary}: KnownAudio, found: readonly FoundSentence[]): readonly string[] =>
	new Set(found.map(({number}) => number)).size * 2 >= sentences.length ? [summary] : [];

/**
Cuts where the recording begins again.
*/
const hearingsApart = (found: readonly FoundSentence[]): ReadonlyArray<readonly FoundSentence[]> => {
	const apart: FoundSentence[][] = [];
	for (const one of found) {
		const once = apart.at(-1);
		if (once && one.number > (once.at(-1)?.number ?? 0)) {
			once.push(one);
		} else {
			apart.push([one]);
		}
	}

	return apart;
};

/**
The chapters of which at least half was heard.
*/
const chaptersOf = (
	{chapters}: KnownAudio,
	sentences: readonly FoundSentence[],
): NonNullable<Annotations['chapters']> =>
	chapters.flatMap(({title, text, firstSentence, lastSentence}) => {
		const heard = sentences.filter(({number}) => number >= firstSentence && number <= lastSentence);
		const [first] = heard;
		const last = heard.at(-1);
		return first && last && heard.length * 2 >= lastSentence - firstSentence + 1
			? [{title, text, startSeconds: first.startSeconds, endSeconds: last.endSeconds}]
			: [];
	});

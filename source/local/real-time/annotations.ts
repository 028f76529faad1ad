import type {Annotations, Recogniser} from '../../core/recogniser.js';
import type {Word} from '../../core/word.js';
import type {SessionConfig} from './config.js';
import type {FinaliserOutput} from './finaliser.js';
import {audioEventMessages, type ServerMessage, translationMessages} from './messages.js';
import {warning} from './notices.js';

/**
Follows the transcript of one stream and says what is to be sent beside it.
*/
export type Annotator = {
	/**
	After a transcript message: the audio events within it, and the translations of the sentences that ended with it.
	*/
	readonly follow: (output: FinaliserOutput) => readonly ServerMessage[];

	/**
	After the last one: the translation of a sentence that never ended.
	*/
	readonly finish: () => readonly ServerMessage[];
};

/**
An annotator at the start of a stream. What the recogniser does not know about its words is not sent.
*/
export const createAnnotator = (recogniser: Recogniser, config: SessionConfig): Annotator => {
	const {translation, audioEventTypes} = config;
	const targets = translation?.languages ?? [];
	let sentence: readonly Word[] = [];

	const annotate = (words: readonly Word[]): Annotations =>
		words.length > 0 ? (recogniser.annotate?.(words) ?? {}) : {};

	const followFinal = (words: readonly Word[]): readonly ServerMessage[] => {
		const unfinished = [...sentence, ...words];
		const endedCount = unfinished.findLastIndex(word => word.isEndOfSentence) + 1;
		const ended = unfinished.slice(0, endedCount);
		sentence = unfinished.slice(endedCount);
		return [
			...(audioEventTypes ? audioEventMessages(annotate(words), audioEventTypes) : []),
			...(translation ? translationMessages('AddTranslation', annotate(ended), targets) : []),
		];
	};

	return {
		follow(output) {
			if (output.type === 'end-of-utterance' || output.words.length === 0) {
				return [];
			}

			if (output.type === 'final') {
				return followFinal(output.words);
			}

			return translation?.enablePartials
				? translationMessages('AddPartialTranslation', annotate([...sentence, ...output.words]), targets)
				: [];
		},
		finish: () => (translation ? translationMessages('AddTranslation', annotate(sentence), targets) : []),
	};
};

/**
What to warn of at the start of a session: target languages that the recogniser has no translations into, and
speakers that were brought along, as it cannot know a voice again.
*/
export const startWarnings = (recogniser: Recogniser, config: SessionConfig): readonly ServerMessage[] => {
	const targets = config.translation?.languages ?? [];
	const known = recogniser.annotate?.([]).translations ?? {};
	const unsupported = targets.filter(language => !Object.hasOwn(known, language));
	return [
		...unsupported.map(language =>
			warning(
				'unsupported_translation_pair',
				`Translation from ${config.language} to ${language} is not supported.`,
			),
		),
		...(config.translation && unsupported.length === targets.length
			? [warning('empty_translation_target_list', 'No target language is left: nothing will be translated.')]
			: []),
		...(config.bringsSpeakers
			? [warning('speaker_id', 'Speakers cannot be known again by their identifiers here.')]
			: []),
	];
};

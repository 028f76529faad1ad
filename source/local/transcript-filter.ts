import {ProblemError} from '../core/problem.js';
import type {Word} from '../core/word.js';
import type {BatchTranscriptionConfig} from './batch/job-config.js';
import {isDisfluency} from './disfluencies.js';

/**
The words after what the configuration takes out and replaces.

@param language - The one that was recognised.
@throws {ProblemError} Of kind `rejected`, for a pattern that is not a regular expression.
@see The rules in docs.speechmatics.com/speech-to-text/formatting.
*/
export const filterWords = (
	words: readonly Word[],
	language: string,
	config: BatchTranscriptionConfig,
): readonly Word[] => {
	const {remove_disfluencies, replacements} = config.transcript_filtering_config ?? {};
	const marks = config.punctuation_overrides?.permitted_marks ?? ['all'];
	const replace = createReplace(replacements ?? []);
	const spoken = remove_disfluencies === true ? withoutDisfluencies(words, language) : words;
	return spoken
		.filter(word => word.type === 'word' || marks.includes('all') || marks.includes(word.text))
		.map(word => (word.type === 'word' ? {...word, text: replace(word.text)} : word));
};

/**
Takes out words that only fill a pause, and the commas around them. "Um, what would you like, hmm?" becomes "What
would you like?"
*/
const withoutDisfluencies = (words: readonly Word[], language: string): readonly Word[] => {
	const kept: Word[] = [];
	let isAfterRemoved = false;
	let opensSentence = false;
	for (const word of words) {
		const last = kept.at(-1);
		const startsSentence = last === undefined || last.isEndOfSentence === true;
		if (word.type === 'word' && isDisfluency(word.text, language)) {
			isAfterRemoved = true;
			opensSentence ||= startsSentence && /^\p{Lu}/v.test(word.text);
		} else if (word.type === 'word') {
			kept.push(opensSentence && startsSentence ? {...word, text: capitalised(word.text)} : word);
			isAfterRemoved = false;
			opensSentence = false;
		} else if (!isAfterRemoved) {
			kept.push(word);
		} else if (word.isEndOfSentence === true && !startsSentence) {
			if (last.type === 'punctuation') {
				kept.pop();
			}

			const atSeconds = kept.at(-1)?.endSeconds ?? word.startSeconds;
			kept.push({...word, startSeconds: atSeconds, endSeconds: atSeconds});
		}
	}

	return kept;
};

const capitalised = (text: string): string => text.replace(/^./v, letter => letter.toUpperCase());

/**
Plain words go first; then the first pattern that fits, everywhere it does. Case matters.
*/
const createReplace = (
	replacements: ReadonlyArray<{readonly from: string; readonly to: string}>,
): ((text: string) => string) => {
	const plain = new Map(replacements.map(({from, to}) => [from, to]));
	const patterns = replacements.flatMap(({from, to}) => {
		const source = /^\/(.+)\/$/v.exec(from)?.[1];
		return source === undefined ? [] : [{pattern: compile(source), to}];
	});
	return text => {
		const match = patterns.find(({pattern}) => text.search(pattern) >= 0);
		return plain.get(text) ?? (match ? text.replace(match.pattern, match.to) : text);
	};
};

const compile = (source: string): RegExp => {
	try {
		return new RegExp(source, 'gu');
	} catch (error) {
		throw new ProblemError(
			{
				kind: 'rejected',
				message: `The replacement pattern /${source}/ is not a regular expression.`,
				nextStep: 'Correct it in transcript_filtering_config.replacements.',
			},
			{cause: error},
		);
	}
};

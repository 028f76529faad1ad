import type {Word} from '../core/word.js';
import {fieldOf, listOf, numberOf, textOf} from './outside-value.js';

/**
What batch prints where it told no speakers apart, and both print where they could not.
*/
const unknownSpeaker = 'UU';

/**
The `results` of a message or document of either service as words. An entity is one word, as it is written. Types that are
not known are left out, as the service adds and drops some over the years, and so is what has no text or no times.
*/
export const toWords = (source: unknown): readonly Word[] => listOf(source, 'results').flatMap(toWord);

const toWord = (result: unknown): readonly Word[] => {
	const type = textOf(result, 'type') ?? '';
	const startSeconds = numberOf(result, 'start_time');
	const endSeconds = numberOf(result, 'end_time');
	const best = listOf(result, 'alternatives')[0];
	const text = textOf(best, 'content');
	if (
		text === undefined ||
		startSeconds === undefined ||
		endSeconds === undefined ||
		!['word', 'entity', 'punctuation'].includes(type)
	) {
		return [];
	}

	const confidence = numberOf(best, 'confidence');
	const speaker = textOf(best, 'speaker');
	const channel = textOf(result, 'channel');
	const attachesTo = sides.find(side => side === fieldOf(result, 'attaches_to'));
	const isEndOfSentence = fieldOf(result, 'is_eos');
	return [
		{
			text,
			type: type === 'punctuation' ? 'punctuation' : 'word',
			startSeconds,
			endSeconds,
			...(confidence !== undefined && {confidence}),
			...(speaker !== undefined && speaker !== unknownSpeaker && {speaker}),
			...(channel !== undefined && {channel}),
			...(attachesTo !== undefined && {attachesTo}),
			...(typeof isEndOfSentence === 'boolean' && {isEndOfSentence}),
		},
	];
};

const sides: ReadonlyArray<NonNullable<Word['attachesTo']>> = ['previous', 'next', 'both', 'none'];

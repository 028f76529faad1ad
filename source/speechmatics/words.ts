import type {Word} from '../core/word.js';

/**
A result as both services send it, as far as Duet reads it.
*/
export type VendorResult = {
	readonly type: string;
	readonly start_time: number;
	readonly end_time: number;
	readonly attaches_to?: NonNullable<Word['attachesTo']>;
	readonly is_eos?: boolean;
	readonly channel?: string;
	readonly alternatives?: ReadonlyArray<{
		readonly content: string;
		readonly confidence?: number;
		readonly speaker?: string;
	}>;
};

/**
What batch prints where it told no speakers apart, and both print where they could not.
*/
const unknownSpeaker = 'UU';

/**
The service's results as words. An entity is one word, as it is written. Types that are not known are left out: the
service adds and drops some over the years.
*/
export const toWords = (results: readonly VendorResult[] | undefined): readonly Word[] =>
	(results ?? []).flatMap(toWord);

const toWord = (result: VendorResult): readonly Word[] => {
	const best = result.alternatives?.[0];
	if (!best || !['word', 'entity', 'punctuation'].includes(result.type)) {
		return [];
	}

	return [
		{
			text: best.content,
			type: result.type === 'punctuation' ? 'punctuation' : 'word',
			startSeconds: result.start_time,
			endSeconds: result.end_time,
			...(best.confidence !== undefined && {confidence: best.confidence}),
			...(best.speaker !== undefined && best.speaker !== unknownSpeaker && {speaker: best.speaker}),
			...(result.channel !== undefined && {channel: result.channel}),
			...(result.attaches_to !== undefined && {attachesTo: result.attaches_to}),
			...(result.is_eos !== undefined && {isEndOfSentence: result.is_eos}),
		},
	];
};

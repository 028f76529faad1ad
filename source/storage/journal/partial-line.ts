import type {TranscriptPart} from '../../core/transcript-event.js';
import {line} from './event-line.js';
import {packWord, unpackWord} from './packed-word.js';

/**
The partial that was written last, if the next may be told by it: not where a final came between, so that one lost line
does no harm for long.
*/
export type PartialBefore = Pick<TranscriptPart<'partial'>, 'words' | 'startSeconds'> | undefined;

type Content = Readonly<Record<string, unknown>>;

/**
A partial as a line of a journal: how many words it has of the one before it, and the rest. Ten a second for hours would
be too much otherwise. Where it starts is left out if that is as before, and where it ends if its last word does.
*/
export const partialLine = (
	{words, startSeconds, endSeconds}: TranscriptPart<'partial'>,
	receivedMs: number,
	before: PartialBefore,
): string => {
	const packed = words.map(packWord);
	const texts = packed.map(word => JSON.stringify(word));
	const changed = texts.findIndex((text, index) => {
		const word = before?.words[index];
		return word === undefined || JSON.stringify(packWord(word)) !== text;
	});
	const keptCount = changed === -1 ? words.length : changed;
	return line({
		partial: packed.slice(keptCount),
		...(keptCount > 0 && {keep: keptCount}),
		...(startSeconds !== before?.startSeconds && {from: startSeconds}),
		...(endSeconds !== words.at(-1)?.endSeconds && {to: endSeconds}),
		at: receivedMs,
	});
};

/**
The partial of such a line as an event, not yet checked.
*/
export const unpackPartial = ({partial, keep = 0, from, to}: Content, before: PartialBefore): Content => {
	const kept = before?.words.slice(0, Number(keep)) ?? [];
	const isWhole = Array.isArray(partial) && kept.length === keep;
	const words: readonly unknown[] = isWhole ? [...kept, ...partial.map(unpackWord)] : [];
	const last = words.at(-1) as {readonly endSeconds?: unknown} | null | undefined;
	return {
		type: 'partial',
		words: isWhole ? words : undefined,
		startSeconds: from ?? before?.startSeconds,
		endSeconds: to ?? last?.endSeconds,
	};
};

import {type AlignmentStep, alignWords} from './alignment.js';
import {type NormalisedWord, normaliseWords, type ScorableWord, wordsBefore} from './normalise/normalise.js';
import {transcriptText} from './transcript-text.js';

/**
A stretch of two texts, in their own words.
*/
export type DiffSegment<FirstWord = ScorableWord, SecondWord = FirstWord> = {
	/**
	`equal` when a score counts no difference: case, punctuation, fillers and how numbers are written do not matter.
	`changed` when both have other words, `only-first` or `only-second` when one of them has none.
	*/
	readonly kind: 'equal' | 'changed' | 'only-first' | 'only-second';
	readonly first: readonly FirstWord[];
	readonly second: readonly SecondWord[];
};

/**
Where two transcripts, or a transcript and a reference (see `textWords`), say the same and where not.

Every word of both is in exactly one segment, in order. Punctuation and fillers are with the word before them.
*/
export const diffWords = <FirstWord extends ScorableWord, SecondWord extends ScorableWord>(
	first: readonly FirstWord[],
	second: readonly SecondWord[],
	language: string,
): ReadonlyArray<DiffSegment<FirstWord, SecondWord>> => {
	const firstWords = normaliseWords(first, language);
	const secondWords = normaliseWords(second, language);
	const steps = alignWords(firstWords, secondWords);
	const differences = joinAlike(joinWithinWords(steps, firstWords, secondWords));
	const isOnlyFillers = differences.length === 0 && first.length + second.length > 0;
	const stretches = isOnlyFillers ? [{isEqual: true, firstCount: 0, secondCount: 0}] : differences;
	const takeFirst = takeInOrder(first, firstWords);
	const takeSecond = takeInOrder(second, secondWords);
	return stretches.map((stretch, index) => {
		const isLast = index === stretches.length - 1;
		return {
			kind: kindOf(stretch),
			first: takeFirst(stretch.firstCount, isLast),
			second: takeSecond(stretch.secondCount, isLast),
		};
	});
};

/**
A diff as one line of text: `[-only first-]` and `{+only second+}`, as `git diff --word-diff` writes it.
*/
export const diffText = (segments: readonly DiffSegment[], wordDelimiter = ' '): string =>
	segments
		.map(({kind, first, second}) => {
			const removed = kind === 'only-second' ? [] : [`[-${transcriptText(first, wordDelimiter)}-]`];
			const added = kind === 'only-first' ? [] : [`{+${transcriptText(second, wordDelimiter)}+}`];
			return kind === 'equal' ? transcriptText(first, wordDelimiter) : [...removed, ...added].join('');
		})
		.join(wordDelimiter);

/**
Neighbouring steps, and how many normalised words of each side they take.
*/
type Stretch = {readonly isEqual: boolean; readonly firstCount: number; readonly secondCount: number};

const kindOf = ({isEqual, firstCount, secondCount}: Stretch): DiffSegment['kind'] => {
	if (isEqual) {
		return 'equal';
	}

	if (firstCount === 0) {
		return 'only-second';
	}

	return secondCount === 0 ? 'only-first' : 'changed';
};

/**
Steps that belong to the same original words, such as those between "it's" and "it is", as one. It is equal when all
of them are.
*/
const joinWithinWords = (
	steps: readonly AlignmentStep[],
	firstWords: readonly NormalisedWord[],
	secondWords: readonly NormalisedWord[],
): readonly Stretch[] => {
	const stretches: Stretch[] = [];
	let [firstDone, secondDone] = [0, 0];
	for (const {kind} of steps) {
		const step = {
			isEqual: kind === 'equal',
			firstCount: kind === 'insertion' ? 0 : 1,
			secondCount: kind === 'deletion' ? 0 : 1,
		};
		const isBetweenWords =
			wordsBefore(firstWords, firstDone) !== undefined && wordsBefore(secondWords, secondDone) !== undefined;
		const last = isBetweenWords ? undefined : stretches.pop();
		stretches.push(last ? join(last, step) : step);
		firstDone += step.firstCount;
		secondDone += step.secondCount;
	}

	return stretches;
};

/**
Equal neighbours as one, and different ones.
*/
const joinAlike = (stretches: readonly Stretch[]): readonly Stretch[] => {
	const joined: Stretch[] = [];
	for (const stretch of stretches) {
		const last = joined.at(-1)?.isEqual === stretch.isEqual ? joined.pop() : undefined;
		joined.push(last ? join(last, stretch) : stretch);
	}

	return joined;
};

const join = (before: Stretch, after: Stretch): Stretch => ({
	isEqual: before.isEqual && after.isEqual,
	firstCount: before.firstCount + after.firstCount,
	secondCount: before.secondCount + after.secondCount,
});

/**
@returns A function that takes the original words of the next so many normalised ones, with all that was passed over
behind them: up to where the next normalised word starts, or to the end.
*/
const takeInOrder = <Item extends ScorableWord>(
	items: readonly Item[],
	normalised: readonly NormalisedWord[],
): ((count: number, isLast: boolean) => readonly Item[]) => {
	let taken = 0;
	let start = 0;
	return (count, isLast) => {
		taken += count;
		const isRest = isLast || taken === normalised.length;
		let end = count === 0 && !isLast ? start : (normalised[taken]?.firstWord ?? items.length);
		// An opening mark, such as "¿", goes with the word after it.
		while (!isRest && end > start && items[end - 1]?.attachesTo === 'next') {
			end -= 1;
		}

		const part = items.slice(start, end);
		start = end;
		return part;
	};
};

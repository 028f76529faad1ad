import type {Hypothesis} from '../../../core/recogniser.js';
import type {Word} from '../../../core/word.js';

/**
The two that listen to a stream at first: one that has words only for audio that it knows, and one that has words for
any speech.
*/
export type Side = 'known' | 'general';

/**
Decides between the two while both listen.
*/
export type Contest = {
	/**
	@returns What the stream may say now: nothing of the general side until it is chosen.
	*/
	readonly hear: (side: Side, hypothesis: Hypothesis) => readonly Hypothesis[];

	/**
	The side has no more to say, or has refused the audio.

	@returns As above.
	*/
	readonly leave: (side: Side) => readonly Hypothesis[];

	/**
	Decided for good, once it is.
	*/
	readonly chosen: () => Side | undefined;
};

/**
How long the general side's words are held back, from its first one on, in seconds of audio. A recording that is known is
found within about a second of speech.
*/
const withheldSeconds = 1.5;

/**
Starts at the beginning of a stream. The known side is chosen when it has a word; the general one, when its first word is
older than {@link withheldSeconds} or the known side has left.
*/
export const createContest = (): Contest => {
	let chosen: Side | undefined;
	let saidSeconds = 0;
	let firstWordSeconds: number | undefined;
	let withheld: Hypothesis | undefined;
	let settledWords: readonly Word[] = [];

	const say = (hypothesis: Hypothesis): Hypothesis => {
		saidSeconds = Math.max(saidSeconds, hypothesis.audioSeconds); // The two clocks are not quite the same.
		return {...hypothesis, audioSeconds: saidSeconds};
	};

	const withhold = (hypothesis: Hypothesis): void => {
		withheld = hypothesis;
		if (hypothesis.isSettled) {
			settledWords = [...settledWords, ...hypothesis.words];
		}

		if (hypothesis.words.length > 0) {
			firstWordSeconds ??= hypothesis.audioSeconds;
		}
	};

	const chooseGeneral = (): readonly Hypothesis[] => {
		chosen = 'general';
		if (!withheld) {
			return [];
		}

		const settled = {...withheld, words: settledWords, isSettled: true};
		const open = withheld.isSettled ? [] : [withheld];
		return [...(settledWords.length > 0 || open.length === 0 ? [settled] : []), ...open].map(say);
	};

	return {
		hear(side, hypothesis) {
			if (chosen !== undefined) {
				return side === chosen ? [say(hypothesis)] : [];
			}

			if (side === 'general') {
				withhold(hypothesis);
				const isLongEnough =
					firstWordSeconds !== undefined && hypothesis.audioSeconds - firstWordSeconds >= withheldSeconds;
				return isLongEnough ? chooseGeneral() : [];
			}

			if (hypothesis.words.length > 0) {
				chosen = 'known';
				return [say(hypothesis)];
			}

			return [say({...hypothesis, isSettled: false})]; // The clock goes on, and nothing is settled yet.
		},
		leave: side => (side === 'known' && chosen === undefined ? chooseGeneral() : []),
		chosen: () => chosen,
	};
};

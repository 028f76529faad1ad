import type {Hypothesis} from '../../source/core/recogniser.js';
import type {Word} from '../../source/core/word.js';
import {startFinaliser, stepFinaliser} from '../../source/local/real-time/finaliser.js';

/**
The words that will not change any more.
*/
export const settledWords = (hypotheses: readonly Hypothesis[]): readonly Word[] =>
	hypotheses.filter(({isSettled}) => isSettled).flatMap(({words}) => words);

/**
The words that the server makes final of hypotheses, with 2 s for each.
*/
export const finalWords = (hypotheses: readonly Hypothesis[]): readonly Word[] => {
	let state = startFinaliser({
		maxDelaySeconds: 2,
		maxDelayMode: 'flexible',
		enablePartials: false,
		endOfUtteranceSilenceSeconds: 0,
	});
	const words: Word[] = [];
	const inputs = hypotheses.map(hypothesis => ({type: 'hypothesis', hypothesis}) as const);
	for (const input of [...inputs, {type: 'end'} as const]) {
		const step = stepFinaliser(state, input);
		state = step.state;
		words.push(...step.output.flatMap(output => (output.type === 'final' ? output.words : [])));
	}

	return words;
};

/**
As many of the wanted words as are there in their order, whatever stands between them.

@param wanted - In lower case.
*/
export const foundInOrder = (words: readonly Word[], wanted: readonly string[]): readonly string[] => {
	const texts = words.map(({text}) => text.toLowerCase());
	let from = 0;
	return wanted.filter(text => {
		const index = texts.indexOf(text, from);
		from = index < 0 ? from : index + 1;
		return index >= 0;
	});
};

/**
What is wrong with the words of hypotheses, each by itself: their order, their times, their confidence.
*/
export const wordFaults = (hypotheses: readonly Hypothesis[]): readonly string[] =>
	hypotheses.flatMap(({words, audioSeconds}) =>
		words.flatMap((word, index) => {
			const {text, type, startSeconds, endSeconds, confidence = 1} = word;
			const faults = [
				startSeconds < (words[index - 1]?.startSeconds ?? 0) && 'starts before the one before it',
				endSeconds < startSeconds && 'ends before it starts',
				endSeconds > audioSeconds + audioToleranceSeconds &&
					`ends at ${endSeconds} s, which has not been heard`,
				!(confidence >= 0 && confidence <= 1) && `has a confidence of ${confidence}`,
				type === 'punctuation' && endSeconds > startSeconds && 'is a mark with a length',
				type !== 'punctuation' && type !== 'word' && `is a ${type}`,
				text.trim() !== text && 'has white space around it',
				text === '' && 'is empty',
			];
			return faults.flatMap(fault => (fault === false ? [] : [`At ${audioSeconds} s: “${text}” ${fault}.`]));
		}),
	);

/**
What is wrong between hypotheses: time that goes back, and words in the place of settled ones.
*/
export const sequenceFaults = (hypotheses: readonly Hypothesis[]): readonly string[] => {
	let lastSeconds = 0;
	let settledSeconds = 0;
	return hypotheses.flatMap(({audioSeconds, words, isSettled}) => {
		const [first] = words;
		const faults = [
			audioSeconds < lastSeconds && `At ${audioSeconds} s: it was ${lastSeconds} s before.`,
			first !== undefined &&
				first.startSeconds < settledSeconds - 1e-6 &&
				`At ${audioSeconds} s: “${first.text}” starts before ${settledSeconds} s, which is settled.`,
		];
		lastSeconds = audioSeconds;
		settledSeconds = isSettled ? Math.max(settledSeconds, words.at(-1)?.endSeconds ?? 0) : settledSeconds;
		return faults.filter(fault => fault !== false);
	});
};

/**
How far the recogniser's clock may be from the audio's.
*/
export const audioToleranceSeconds = 0.1;

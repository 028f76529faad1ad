import {ProblemError} from '../../source/core/problem.js';
import type {Annotations, Recogniser} from '../../source/core/recogniser.js';
import type {Word} from '../../source/core/word.js';
import {mark, word} from './words.js';

/**
What {@link sixWordRecogniser} hears where there is sound at the right times.
*/
export const sixWords: readonly Word[] = [
	word('Ship', 0.2, 0.52, 'S1'),
	word('it', 0.52, 0.68, 'S1'),
	word('today', 0.7, 1, 'S1'),
	mark('.', 1, 'previous', 'S1'),
	word('Um', 1.3, 1.5, 'S2'),
	mark(',', 1.5, 'previous', 'S2'),
	word('not', 1.6, 1.8, 'S2'),
	word('yet', 1.9, 2.1, 'S2'),
	mark('?', 2.1, 'previous', 'S2'),
];

/**
A recogniser that knows six words. It hears each where a sample in its time is not silent.

@param language - The one language it knows.
@param rejects - Whether it refuses all audio.
*/
export const sixWordRecogniser = ({
	language = 'en',
	rejects = false,
	annotations,
}: {
	readonly language?: string;
	readonly rejects?: boolean;
	readonly annotations?: Annotations;
} = {}): Recogniser => ({
	id: 'six-words',
	title: 'Knows six words.',
	languages: {[language]: language === 'en' ? 'English' : 'Test language'},

	async *recognise(audio, {diarization}) {
		const samples: number[] = [];
		for await (const block of audio) {
			samples.push(...block);
		}

		if (rejects) {
			throw new ProblemError({
				kind: 'rejected',
				message: 'This audio is not known.',
				nextStep: 'Send audio that is known.',
			});
		}

		const isHeard = ({startSeconds, endSeconds}: Word): boolean =>
			samples.slice(startSeconds * 16_000, endSeconds * 16_000).some(sample => sample !== 0);
		let isLastHeard = false;
		const words = sixWords.filter(item => {
			isLastHeard = item.type === 'word' ? isHeard(item) : isLastHeard;
			return isLastHeard;
		});
		yield {
			audioSeconds: samples.length / 16_000,
			words: diarization ? words : words.map(({speaker: _speaker, ...rest}) => rest),
			isSettled: true,
		};
	},

	...(annotations && {annotate: () => annotations}),
});

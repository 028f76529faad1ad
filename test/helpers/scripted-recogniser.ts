import {sampleRateHz} from '../../source/core/audio-source.js';
import type {Recogniser, RecogniserOptions} from '../../source/core/recogniser.js';
import type {Word} from '../../source/core/word.js';
import {mark, word} from './words.js';

/**
Two sentences of two speakers, and more than two seconds of silence between them.
*/
export const shipIt: readonly Word[] = [
	word('Ship', 0.2, 0.48, 'S1'),
	word('it', 0.48, 0.68, 'S1'),
	mark('.', 0.68, 'previous', 'S1'),
	word('We', 3, 3.28, 'S2'),
	word('did', 3.28, 3.6, 'S2'),
	mark('!', 3.6, 'previous', 'S2'),
];

/**
A recogniser that hears the same words in any audio: each as soon as the audio reaches its end.
*/
export const scriptedRecogniser = (
	script: readonly Word[],
	changes: Partial<Recogniser> = {},
): Recogniser & {readonly asked: readonly RecogniserOptions[]} => {
	const asked: RecogniserOptions[] = [];
	return {
		id: 'scripted',
		title: 'Hears a script',
		languages: {en: 'English', cmn: 'Mandarin'},
		asked,
		async *recognise(audio, options) {
			asked.push(options);
			let sampleCount = 0;
			const heard = (): readonly Word[] =>
				script
					.filter(word => word.endSeconds <= sampleCount / sampleRateHz)
					.map(word => labelled(word, options));
			for await (const samples of audio) {
				sampleCount += samples.length;
				if (options.mode === 'real-time') {
					yield {audioSeconds: sampleCount / sampleRateHz, words: heard(), isSettled: false};
				}
			}

			yield {audioSeconds: sampleCount / sampleRateHz, words: heard(), isSettled: true};
		},
		...changes,
	};
};

const labelled = ({speaker, ...word}: Word, {diarization}: RecogniserOptions): Word => ({
	...word,
	...(diarization && speaker !== undefined && {speaker}),
});

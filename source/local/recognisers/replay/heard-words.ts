import type {RecogniserOptions} from '../../../core/recogniser.js';
import type {Word} from '../../../core/word.js';
import {onTimeGrid} from '../../real-time/finaliser-timing.js';
import {isSentenceMark, type KnownAudio, type KnownWord, type Mishearing} from './known-audio.js';

/**
A word of a known recording as it is heard under certain options, on the recording's own axis.
*/
export type HeardWord = {
	readonly word: Word;

	/**
	What it is taken for at first.
	*/
	readonly first?: string;
	readonly mark?: Word;
};

/**
The words as an engine with these options hears them in the end: with its mistakes, capitals and marks.
*/
export const heardWords = (known: KnownAudio, options: RecogniserOptions): readonly HeardWord[] => {
	const heard: HeardWord[] = [];
	for (const knownWord of known.words) {
		heard.push(...hearWord(knownWord, options));
		const {mark} = knownWord;
		const last = heard.at(-1);
		if (mark && last) {
			heard.splice(-1, 1, {
				...last,
				mark: {
					text: mark.text,
					type: 'punctuation',
					startSeconds: last.word.endSeconds,
					endSeconds: last.word.endSeconds,
					confidence: mark.confidence,
					...(options.diarization && {speaker: knownWord.speaker}),
					attachesTo: 'previous',
					isEndOfSentence: isSentenceMark(mark.text),
				},
			});
		}
	}

	return heard;
};

const hearWord = (known: KnownWord, options: RecogniserOptions): readonly HeardWord[] => {
	const mishearing = known.heard.find(candidate => applies(candidate, known, options));
	const texts = (mishearing?.as ?? known.text).split(' ').filter(text => text !== '');
	const lengthSeconds = (known.endSeconds - known.startSeconds) / texts.length;
	return texts.map((text, index) => {
		const startSeconds = onTimeGrid(known.startSeconds + index * lengthSeconds);
		const endSeconds = onTimeGrid(known.startSeconds + (index + 1) * lengthSeconds);
		return {
			word: {
				text,
				type: 'word',
				startSeconds,
				endSeconds,
				confidence: mishearing?.confidence ?? known.confidence,
				...(options.diarization && {speaker: known.speaker}),
			},
			...(known.first !== undefined && texts.length === 1 && {first: known.first}),
		};
	});
};

const applies = (mishearing: Mishearing, known: KnownWord, options: RecogniserOptions): boolean => {
	const {whenModel, whenMaxDelayBelow} = mishearing;
	const isRealTime = options.mode === 'real-time';
	return (
		(whenModel === undefined || whenModel === options.model) &&
		(whenMaxDelayBelow === undefined || (isRealTime && options.maxDelaySeconds < whenMaxDelayBelow)) &&
		!options.vocabulary.some(entry => entry.content.toLowerCase() === known.text.toLowerCase())
	);
};

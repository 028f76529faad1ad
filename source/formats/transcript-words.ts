import type {FinishedTranscript} from '../core/format.js';
import {sanitise} from '../core/sanitise.js';
import type {Word} from '../core/word.js';

/**
The words as they may be shown to a person, without empty ones.
*/
export const shownWords = ({words}: FinishedTranscript): readonly Word[] =>
	words
		.map(word => ({
			...word,
			text: sanitise(word.text),
			...(word.speaker !== undefined && {speaker: sanitise(word.speaker)}),
			...(word.channel !== undefined && {channel: sanitise(word.channel)}),
		}))
		.filter(word => word.text.trim() !== '');

import type {Format} from '../core/format.js';
import {speakerTurns, transcriptText} from '../core/transcript-text.js';
import {shownWords} from './transcript-words.js';

/**
Plain text in the layout of the service's own `txt`: where speakers were told apart a line `SPEAKER: S1` before what each
says, where channels were, the channel's name in front of the text.
*/
export const txt: Format = {
	id: 'txt',
	title: 'plain text',
	extension: 'txt',
	render: transcript =>
		speakerTurns(shownWords(transcript))
			.map(({speaker, channel, words}) => {
				const label = speaker === undefined ? '' : `SPEAKER: ${speaker}\n`;
				const prefix = channel === undefined ? '' : `${channel}: `;
				return `${label}${prefix}${transcriptText(words, transcript.wordDelimiter)}\n`;
			})
			.join(''),
};

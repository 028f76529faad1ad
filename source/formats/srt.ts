import {captionCues} from '../core/caption-lines.js';
import type {Format} from '../core/format.js';
import {captionTime} from './times.js';
import {shownWords} from './transcript-words.js';

/**
SubRip captions: a number, the times, one or two lines and an empty line for each cue. The format knows no escapes, so an
arrow like the one between the times is drawn as one character.
*/
export const srt: Format = {
	id: 'srt',
	title: 'SubRip captions',
	extension: 'srt',
	render: transcript =>
		captionCues(shownWords(transcript), transcript.wordDelimiter)
			.map(({startMs, endMs, lines}, index) => {
				const times = `${captionTime(startMs, ',')} --> ${captionTime(endMs, ',')}`;
				const text = lines.join('\n').replaceAll('-->', '→');
				return `${index + 1}\n${times}\n${text}\n`;
			})
			.join('\n'),
};

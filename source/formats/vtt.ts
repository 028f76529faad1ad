import {type Cue, captionCues} from '../core/caption-lines.js';
import type {Format} from '../core/format.js';
import {escapeMarkup} from './escape-markup.js';
import {captionTime} from './times.js';
import {shownWords} from './transcript-words.js';

/**
Web captions, with the speaker or the channel as the voice of a cue.

@see https://www.w3.org/TR/webvtt1/
*/
export const vtt: Format = {
	id: 'vtt',
	title: 'WebVTT captions',
	extension: 'vtt',
	render: transcript =>
		[
			'WEBVTT\n',
			...captionCues(shownWords(transcript), transcript.wordDelimiter).map(cue => cueBlock(cue)),
		].join('\n'),
};

const cueBlock = ({startMs, endMs, lines, speaker, channel}: Cue): string => {
	const voice = speaker ?? channel;
	const tag = voice === undefined ? '' : `<v ${escapeMarkup(voice)}>`;
	return `${captionTime(startMs, '.')} --> ${captionTime(endMs, '.')}\n${tag}${escapeMarkup(lines.join('\n'))}\n`;
};

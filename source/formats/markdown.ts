import type {Format} from '../core/format.js';
import {sanitise} from '../core/sanitise.js';
import {transcriptText} from '../core/transcript-text.js';
import {type Paragraph, paragraphs} from './paragraphs.js';
import {readableTime} from './times.js';
import {shownWords} from './transcript-words.js';

/**
A document to read and to edit, a paragraph for each turn of a speaker.
*/
export const markdown: Format = {
	id: 'md',
	title: 'Markdown',
	extension: 'md',
	render: transcript => {
		const facts = [
			`Speechmatics ${transcript.mode}`,
			`language ${transcript.language}`,
			`engine ${transcript.engine}`,
		];
		const parts = paragraphs(shownWords(transcript)).map(
			part => `${heading(part)}\n\n${escapeBlock(transcriptText(part.words, transcript.wordDelimiter))}`,
		);
		return `${[`# ${escapeInline(transcript.title)}`, facts.map(escapeInline).join(' · '), ...parts].join('\n\n')}\n`;
	},
};

const heading = ({speaker, channel, startSeconds}: Paragraph): string => {
	const names = [channel, speaker].filter(name => name !== undefined).map(name => `${escapeInline(name)} · `);
	return `**${names.join('')}${readableTime(startSeconds)}**`;
};

/**
What is markup anywhere in a line, also in GitHub's dialect.
*/
const escapeInline = (text: string): string => sanitise(text).replace(/[\\`*_\[\]\{\}<>#\|~\&]/gv, '\\$&');

/**
And what starts a list or underlines a heading at the start of one.
*/
const escapeBlock = (text: string): string =>
	escapeInline(text)
		.replace(/^([\-+=])/v, '\\$1')
		.replace(/^(\d+)([.\)])/v, '$1\\$2');

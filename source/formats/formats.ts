import type {Format} from '../core/format.js';
import {ProblemError} from '../core/problem.js';
import {html} from './html.js';
import {json} from './json.js';
import {markdown} from './markdown.js';
import {srt} from './srt.js';
import {txt} from './txt.js';
import {vtt} from './vtt.js';

/**
Every format that a transcript can be written in. A new one needs a file and a line here.
*/
export const formats: readonly Format[] = [txt, srt, vtt, json, markdown, html];

/**
@throws {ProblemError} Of kind `bad-input`, when there is no such format.
*/
export const findFormat = (id: string): Format => {
	const format = formats.find(candidate => candidate.id === id);
	if (!format) {
		throw new ProblemError({
			kind: 'bad-input',
			message: `There is no format ${JSON.stringify(id)}.`,
			nextStep: `Use one of ${formats.map(candidate => candidate.id).join(', ')}.`,
		});
	}

	return format;
};

/**
The format that a file's ending names, if it names one.
*/
export const formatOfFile = (file: string): Format | undefined =>
	formats.find(({extension}) => file.toLowerCase().endsWith(`.${extension}`));

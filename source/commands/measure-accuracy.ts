import {readFile} from 'node:fs/promises';
import {wordErrorRate} from '../core/accuracy.js';
import {agreement} from '../core/agreement.js';
import type {Accuracy} from '../core/comparison.js';
import {normaliseForScoring} from '../core/normalise/normalise.js';
import {ProblemError} from '../core/problem.js';
import type {RunState} from '../core/run-state.js';

/**
Reads what was really said.

@throws {ProblemError} Of kind `bad-input`, where the file cannot be read or holds no words that count.
*/
export const readReference = async (file: string, language: string): Promise<string> => {
	let text: string;
	try {
		text = await readFile(file, 'utf8');
	} catch (error) {
		throw new ProblemError({
			kind: 'bad-input',
			message: `The reference ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
			nextStep: 'Give a text file with what was said, or leave --reference out to see agreement instead.',
		});
	}

	if (normaliseForScoring(text, language).length === 0) {
		throw new ProblemError({
			kind: 'bad-input',
			message: `The reference ${file} is empty, or holds nothing but fillers and remarks in brackets.`,
			nextStep: 'Write into it what was said, or leave --reference out to see agreement instead.',
		});
	}

	return text;
};

/**
How right the finished transcripts are. A mode that gave none has no figure; one that failed halfway has its errors
counted, as failures stay in the count.
*/
export const measureAccuracy = (
	{batch, realTime}: RunState,
	language: string,
	reference: string | undefined,
): Accuracy => {
	const finals = [...realTime.finals];
	const hasBatch = batch.transcriptMs !== undefined;
	const hasRealTime = realTime.phase === 'done' || finals.length > 0;
	return {
		...(reference !== undefined && {
			...(hasBatch && {batch: wordErrorRate(reference, batch.words, language)}),
			...(hasRealTime && {realTime: wordErrorRate(reference, finals, language)}),
		}),
		...(hasBatch && hasRealTime && {agreement: agreement(batch.words, finals, language)}),
	};
};

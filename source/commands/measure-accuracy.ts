import {readFile} from 'node:fs/promises';
import {wordErrorRate} from '../core/accuracy.js';
import {agreement} from '../core/agreement.js';
import {type Accuracy, isCutShort} from '../core/comparison.js';
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
counted, as failures stay in the count. A stream that the user stopped is not held against the audio it never got.

@param audioSeconds - The length of the whole audio.
*/
export const measureAccuracy = (
	run: RunState,
	audioSeconds: number,
	language: string,
	reference: string | undefined,
): Accuracy => {
	const {batch, realTime} = run;
	const isStopped = realTime.phase === 'done' && isCutShort({run, audioSeconds});
	const finals = [...realTime.finals];
	const hasBatch = batch.transcriptMs !== undefined;
	const hasRealTime = !isStopped && (realTime.phase === 'done' || finals.length > 0);
	const hasWords = batch.words.length + finals.length > 0;
	return {
		...(reference !== undefined && {
			...(hasBatch && {batch: wordErrorRate(reference, batch.words, language)}),
			...(hasRealTime && {realTime: wordErrorRate(reference, finals, language)}),
		}),
		...(hasBatch && hasRealTime && hasWords && {agreement: agreement(batch.words, finals, language)}),
	};
};

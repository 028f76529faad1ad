import {readFile} from 'node:fs/promises';
import {wordErrorRate} from '../core/accuracy.js';
import {agreement} from '../core/agreement.js';
import {updateAgreement} from '../core/agreement-live.js';
import {type Accuracy, isCutShort, isRecordedShort} from '../core/comparison.js';
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
			message: `The reference ${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'it is too long'}).`,
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
counted, as failures stay in the count. Of a stream that the user stopped, or whose recording ended early, only what both
modes heard is compared: what one of them never got is no error of it.

@param audioSeconds - The length of the whole audio.
*/
export const measureAccuracy = (
	run: RunState,
	audioSeconds: number,
	language: string,
	reference: string | undefined,
): Accuracy => {
	const {batch, realTime} = run;
	const heard = {run, audioSeconds};
	const isStopped = realTime.phase === 'done' && isCutShort(heard);
	const hasBatch = batch.transcriptMs !== undefined;
	const hasRealTime = realTime.phase === 'done' || realTime.finals.length > 0;
	const hasWords = batch.words.length + realTime.finals.length > 0;
	return {
		...(reference !== undefined && {
			...(hasBatch && !isRecordedShort(heard) && {batch: wordErrorRate(reference, batch.words, language)}),
			...(hasRealTime && !isStopped && {realTime: wordErrorRate(reference, [...realTime.finals], language)}),
		}),
		...(hasBatch && hasRealTime && hasWords && {agreement: agreementOf(heard, isStopped, language)}),
	};
};

const agreementOf = (
	heard: {readonly run: RunState; readonly audioSeconds: number},
	isStopped: boolean,
	language: string,
): number => {
	const {batch, realTime} = heard.run;
	if (isStopped) {
		return updateAgreement(undefined, batch.words, realTime.finals, realTime.finalisedSeconds, language)
			.agreement;
	}

	const finals = [...realTime.finals];
	const both = isRecordedShort(heard) ? finals.filter(word => word.endSeconds <= heard.audioSeconds) : finals;
	return agreement(batch.words, both, language);
};

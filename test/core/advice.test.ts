import {describe, expect, it} from 'vitest';
import {advise} from '../../source/core/advice.js';
import {initialRunState} from '../../source/core/run-state.js';
import {errorsOf, finishedComparison} from '../helpers/comparison.js';

const withErrors = (batch: number, realTime: number) => ({
	...finishedComparison,
	accuracy: {batch: errorsOf(batch), realTime: errorsOf(realTime)},
});

describe('advise', () => {
	it('takes batch for a complete recording, and says when real-time is better', () => {
		const {mode, because} = advise(finishedComparison);
		expect(mode).toBe('batch');
		expect(because).toEqual([
			'The recording is complete: batch had the whole text 1.8 s after submit; real-time is bound to the 36.0 s of speech.',
			'An hour costs $0.40 in batch and $0.43 in real-time.',
			'Take real-time where text is needed during speech: here a word showed 0.5 s after it was said.',
		]);
	});

	it('takes real-time for live audio', () => {
		expect(advise({...finishedComparison, isLive: true}).mode).toBe('real-time');
	});

	it('does not call a difference that chance explains', () => {
		const {mode, because} = advise(withErrors(2, 7));
		expect(mode).toBe('batch');
		expect(because.join(' ')).toContain("can't be told apart on 100 words (batch 2.0 %, real-time 7.0 %)");
	});

	it('follows a difference that chance does not explain', () => {
		expect(advise(withErrors(30, 5))).toMatchObject({mode: 'real-time'});
		expect(advise(withErrors(5, 30)).because.join(' ')).toContain('Batch got more right');
	});

	it('takes the mode that gave a transcript where the other failed', () => {
		const run = {
			...finishedComparison.run,
			batch: {...finishedComparison.run.batch, phase: 'failed' as const},
		};
		expect(advise({...finishedComparison, run})).toEqual({
			mode: 'real-time',
			because: ['Only real-time gave a transcript.'],
		});
	});

	it('compares nothing where the recording ended before the audio', () => {
		const {run} = finishedComparison;
		const realTime = {...run.realTime, sentSeconds: 90};
		expect(advise({...finishedComparison, run: {...run, realTime}})).toEqual({
			mode: undefined,
			because: ['The recording ends at 0:36 of 1:30: the two cannot be compared.'],
		});
	});

	it('says nothing before anything is done', () => {
		expect(advise({...finishedComparison, run: initialRunState})).toEqual({mode: undefined, because: []});
	});
});

import {describe, expect, it} from 'vitest';
import {retryWaitText} from '../../source/core/retry-wait.js';

const problem = {
	kind: 'quota',
	message: 'asr.example was asked too often (HTTP 429).',
	nextStep: 'Wait.',
	summary: 'server busy (429)',
} as const;

describe('retryWaitText', () => {
	it.each([
		[0, 'server busy (429), again in 4 s'],
		[2999, 'server busy (429), again in 2 s'],
		[3999, 'server busy (429), again in 1 s'],
		[4000, 'server busy (429), trying again'],
		[9000, 'server busy (429), trying again'],
	])('at %i ms of a wait until 4000 says: %s', (nowMs, text) => {
		expect(retryWaitText({attempt: 2, untilMs: 4000, problem}, nowMs)).toBe(text);
	});

	it('says the whole message where there is no summary', () => {
		const {summary: _none, ...plain} = problem;
		expect(retryWaitText({attempt: 2, untilMs: 4000, problem: plain}, 0)).toBe(
			'asr.example was asked too often (HTTP 429), again in 4 s',
		);
	});
});

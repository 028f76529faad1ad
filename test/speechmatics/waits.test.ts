import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {lookDelayMs} from '../../source/speechmatics/follow-job.js';
import {parseRetryAfter} from '../../source/speechmatics/http-request.js';
import {retryWaitMs} from '../../source/speechmatics/retries.js';

describe('lookDelayMs', () => {
	it.each([
		[0, 100],
		[1000, 100],
		[2000, 200],
		[10_000, 250],
		[30_000, 250],
		[60_000, 480],
		[3_600_000, 1000],
	])('looks at a job that is %i ms old every %i ms', (ageMs, delayMs) => {
		expect(lookDelayMs(ageMs)).toBe(delayMs);
	});

	it('never shrinks as the job grows old', () => {
		fc.assert(
			fc.property(fc.nat(1e7), fc.nat(1e7), (age, more) => lookDelayMs(age + more) >= lookDelayMs(age)),
		);
	});
});

describe('retryWaitMs', () => {
	it.each([
		[1, 0, 1000],
		[1, 1, 1500],
		[2, 1, 3000],
		[4, 0.5, 10_000],
		[20, 0, 20_000],
		[20, 1, 30_000],
	])('after failure %i, with chance %f, waits %i ms', (failures, chance, waitMs) => {
		expect(retryWaitMs(failures, 1000, chance)).toBe(waitMs);
	});
});

describe('parseRetryAfter', () => {
	const nowMs = Date.parse('2026-11-20T08:00:00Z');
	it.each([
		['3', 3000],
		[' 0 ', 0],
		['Fri, 20 Nov 2026 08:00:10 GMT', 10_000],
		['Fri, 20 Nov 2026 07:00:00 GMT', 0],
		['60', 60_000],
		['86400', 60_000],
		['Sat, 21 Nov 2026 08:00:00 GMT', 60_000],
		['soon', undefined],
		['', undefined],
		[null, undefined],
	])('reads %j as %j ms', (header, expected) => {
		expect(parseRetryAfter(header, nowMs)).toBe(expected);
	});
});

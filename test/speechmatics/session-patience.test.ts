import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Problem} from '../../source/core/problem.js';
import {defaultLimits} from '../../source/speechmatics/run-limits.js';
import {
	createSessionPatience,
	jitteredWaitMs,
	type PatienceLimits,
} from '../../source/speechmatics/session-patience.js';

const limits: PatienceLimits = {...defaultLimits};
const lost: Problem = {kind: 'network', message: 'Lost.', nextStep: 'Wait.', isTransient: true};

describe('jitteredWaitMs', () => {
	it.each([
		[1, 0, 0],
		[1, 0.5, 125],
		[2, 0.5, 250],
		[3, 0.5, 500],
		[5, 0.5, 2000],
		[6, 0.5, 2500],
		[70, 0.999, 4995],
	])('after failure %d, with chance %d, is %d ms', (failures, chance, waitMs) => {
		expect(jitteredWaitMs(failures, limits, chance)).toBe(waitMs);
	});
});

describe('patience', () => {
	it('gives the first session three attempts', () => {
		const patience = createSessionPatience(limits);
		expect(patience.failed(lost, 0, 0)?.attempt).toBe(2);
		expect(patience.failed(lost, 0, 0)?.attempt).toBe(3);
		expect(patience.failed(lost, 0, 0)).toBeUndefined();
	});

	it('lasts ten minutes from a loss on', () => {
		const patience = createSessionPatience(limits);
		patience.started(0);
		patience.advanced();
		expect(patience.failed(lost, 100_000, 0)).toBeDefined();
		expect(patience.failed(lost, 700_000, 0)).toBeDefined();
		expect(patience.failed(lost, 700_001, 0)).toBeUndefined();
	});

	it('starts anew with each session that makes something final', () => {
		const patience = createSessionPatience(limits);
		for (let nowMs = 0; nowMs < 1e9; nowMs += 1e6) {
			patience.started(nowMs);
			patience.advanced();
			expect(patience.failed(lost, nowMs + 1, 0)).toEqual({attempt: 2, waitMs: 0});
		}
	});

	it('starts anew, too, where a session stood for a minute and nobody spoke', () => {
		const patience = createSessionPatience(limits);
		for (let nowMs = 0; nowMs < 1e9; nowMs += 1e6) {
			patience.started(nowMs);
			expect(patience.failed(lost, nowMs + 60_000, 0)).toEqual({attempt: 2, waitMs: 0});
		}
	});

	it('bears thirty sessions in a row without fruit', () => {
		const patience = createSessionPatience(limits);
		const outcomes = Array.from({length: 31}, (_, index) => {
			patience.started(index);
			return patience.failed(lost, index, 0) !== undefined;
		});
		expect(outcomes.indexOf(false)).toBe(30);
	});

	it('adds to what the service asks for, so that clients do not come back together', () => {
		const patience = createSessionPatience(limits);
		expect(patience.failed({...lost, retryAfterMs: 5000}, 0, 0.5)?.waitMs).toBe(5125);
	});

	it('has none for what does not mend itself', () => {
		const {isTransient: _, ...permanent} = lost;
		const patience = createSessionPatience(limits);
		patience.started(0);
		expect(patience.failed(permanent, 0, 0)).toBeUndefined();
	});

	it('comes to an end, whatever happens, where nothing becomes final', () => {
		const anyEvent = fc.record({
			hasStarted: fc.boolean(),
			lastedMs: fc.nat({max: 59_999}),
			chance: fc.double({min: 0, max: 0.999, noNaN: true}),
		});
		fc.assert(
			fc.property(fc.array(anyEvent, {minLength: 5000, maxLength: 5000}), events => {
				const patience = createSessionPatience(limits);
				let nowMs = 0;
				for (const {hasStarted, lastedMs, chance} of events) {
					if (hasStarted) {
						patience.started(nowMs);
						nowMs += lastedMs;
					}

					const next = patience.failed(lost, nowMs, chance);
					if (!next) {
						return;
					}

					nowMs += next.waitMs + 1;
				}

				expect.unreachable();
			}),
			{numRuns: 20},
		);
	});
});

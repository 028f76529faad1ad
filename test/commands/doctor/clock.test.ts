import {describe, expect, it} from 'vitest';
import {clock} from '../../../source/commands/doctor/clock.js';
import type {Reach} from '../../../source/speechmatics/reach.js';
import {checkContext} from '../../helpers/check-context.js';

const run = async (reach: Partial<Reach>) =>
	clock.run(
		await checkContext(
			{},
			{
				askServices: async () => ({
					warnings: [],
					reaches: [
						{service: 'batch', host: 'silent'},
						{service: 'real-time', host: 'rt.example', ...reach},
					],
				}),
			},
		),
	);

describe("this machine's time of day", () => {
	it.each([
		[0, 'good', 'within 1 s of rt.example.'],
		[-29_900, 'good', 'within 30 s of rt.example.'],
		[31_000, 'warning', '31 s ahead of rt.example.'],
		[-31_000, 'warning', '31 s behind rt.example.'],
	])('that is ahead of the service by %i ms is %s', async (aheadMs, status, expected) => {
		const result = await run({aheadMs});
		expect(result.status).toBe(status);
		expect(result.says[0]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC, /);
		expect(result.says[0]).toContain(expected);
		expect(Boolean(result.nextStep)).toBe(status === 'warning');
	});

	it('that no service could be compared with is said', async () => {
		expect(await run({})).toMatchObject({
			status: 'warning',
			says: [expect.stringContaining('no service told its time')],
		});
	});

	it('that is compared with nothing because the asking failed is no good sign', async () => {
		const failing = await checkContext({}, {askServices: () => Promise.reject(new Error('No address.'))});
		expect(await clock.run(failing)).toMatchObject({
			status: 'warning',
			says: [expect.stringContaining('no service could be asked')],
			nextStep: 'See what is said of the engine.',
		});
	});

	it('is not compared where no remote service is used', async () => {
		expect(await clock.run(await checkContext())).toMatchObject({
			status: 'good',
			says: [expect.stringContaining('no remote service is used')],
		});
	});
});

import {describe, expect, it} from 'vitest';
import {inOrder} from '../../source/commands/in-order.js';

describe('inOrder', () => {
	it('settles in the order of the list, whichever is finished first', async () => {
		const gates = [0, 1, 2].map(() => Promise.withResolvers<void>());
		const settled: number[] = [];
		const run = inOrder(
			gates,
			3,
			async gate => gate.promise,
			async index => {
				settled.push(index);
				return index * 10;
			},
		);
		gates[2]?.resolve();
		gates[0]?.resolve();
		gates[1]?.resolve();
		expect(await run).toEqual([0, 10, 20]);
		expect(settled).toEqual([0, 1, 2]);
	});

	it('works on no more than the limit at once, and on every item once', async () => {
		let active = 0;
		let most = 0;
		const seen: number[] = [];
		await inOrder(
			[...Array(20).keys()],
			3,
			async item => {
				seen.push(item);
				active++;
				most = Math.max(most, active);
				await new Promise(setImmediate);
				active--;
			},
			async () => {},
		);
		expect(most).toBe(3);
		expect(seen).toEqual([...Array(20).keys()]);
	});
});

import {describe, expect, it} from 'vitest';
import {createAttempts} from '../../../source/audio/microphone/attempts.js';

/**
An attempt that ends when the test wants it, or when it is given up.
*/
const pending = () => {
	const began = Promise.withResolvers<void>();
	const result = Promise.withResolvers<void>();
	return {
		began: began.promise,
		succeed: result.resolve,
		fail: result.reject,
		async attempt(signal: AbortSignal) {
			began.resolve();
			signal.addEventListener('abort', () => result.reject(signal.reason));
			await result.promise;
		},
	};
};

describe('attempts of which the latest counts', () => {
	it('say of one that nothing came after that it has succeeded', async () => {
		const only = pending();
		const result = createAttempts().latest(only.attempt);
		only.succeed();
		expect(await result).toBe(true);
	});

	it('throw what it throws', async () => {
		const only = pending();
		const result = createAttempts().latest(only.attempt);
		only.fail(new Error('no device'));
		await expect(result).rejects.toThrow('no device');
	});

	it('can be tried again after a failure', async () => {
		const attempts = createAttempts();
		await expect(attempts.latest(() => Promise.reject(new Error('no device')))).rejects.toThrow();
		expect(await attempts.latest(async () => {})).toBe(true);
	});

	it('give up the one before, and begin when it is over', async () => {
		const attempts = createAttempts();
		const order: string[] = [];
		const [first, second] = [pending(), pending()];
		const one = attempts.latest(async signal =>
			first.attempt(signal).finally(() => order.push('first is over')),
		);
		await first.began;
		const two = attempts.latest(async signal => {
			order.push('second begins');
			await second.attempt(signal);
		});
		expect(await one).toBe(false);
		second.succeed();
		expect(await two).toBe(true);
		expect(order).toEqual(['first is over', 'second begins']);
	});

	it('never begin one that another has overtaken', async () => {
		const attempts = createAttempts();
		const begun: number[] = [];
		const results = await Promise.all(
			[1, 2, 3].map(number =>
				attempts.latest(async () => {
					begun.push(number);
				}),
			),
		);
		expect(results).toEqual([false, false, true]);
		expect(begun).toEqual([3]);
	});

	it('give up the one that goes on when they end, and begin none after that', async () => {
		const attempts = createAttempts();
		const last = pending();
		const result = attempts.latest(last.attempt);
		await last.began;
		await attempts.end();
		expect(await result).toBe(false);
		const late = pending();
		expect(await attempts.latest(late.attempt)).toBe(false);
	});
});

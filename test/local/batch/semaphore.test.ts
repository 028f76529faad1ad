import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createSemaphore} from '../../../source/local/batch/semaphore.js';

const {signal} = new AbortController();

/**
Somebody who waits, and whether the wait is over.
*/
const visit = (semaphore: ReturnType<typeof createSemaphore>, abort = new AbortController()) => {
	const visitor = {isInside: false, abort, leave: () => {}, entered: Promise.resolve()};
	visitor.entered = semaphore.enter(abort.signal).then(leave => {
		visitor.isInside = true;
		visitor.leave = leave;
	});
	return visitor;
};

const settle = async (): Promise<void> => new Promise(setImmediate);

describe('createSemaphore', () => {
	it('lets as many in as there are places, and the next one when somebody leaves', async () => {
		const semaphore = createSemaphore(2);
		const visitors = [visit(semaphore), visit(semaphore), visit(semaphore), visit(semaphore)];
		await settle();
		expect(visitors.map(({isInside}) => isInside)).toEqual([true, true, false, false]);

		visitors[1]?.leave();
		await settle();
		expect(visitors.map(({isInside}) => isInside)).toEqual([true, true, true, false]);
	});

	it('lets nobody past the queue', async () => {
		const semaphore = createSemaphore(1);
		const leave = await semaphore.enter(signal);
		const first = visit(semaphore);
		leave();
		const second = visit(semaphore);
		await settle();
		expect([first.isInside, second.isInside]).toEqual([true, false]);
	});

	it('takes one who has had enough out of the queue', async () => {
		const semaphore = createSemaphore(1);
		const leave = await semaphore.enter(signal);
		const impatient = visit(semaphore);
		const patient = visit(semaphore);
		impatient.abort.abort(new Error('Enough.'));
		await expect(impatient.entered).rejects.toThrow('Enough.');

		leave();
		await patient.entered;
		expect(patient.isInside).toBe(true);
	});

	it('lets nobody in who has had enough before', async () => {
		const semaphore = createSemaphore(1);
		await expect(semaphore.enter(AbortSignal.abort(new Error('Enough.')))).rejects.toThrow('Enough.');
		await semaphore.enter(signal);
	});

	it('does not mind a signal that is aborted inside', async () => {
		const semaphore = createSemaphore(1);
		const visitor = visit(semaphore);
		await visitor.entered;
		visitor.abort.abort();
		const next = visit(semaphore);
		await settle();
		expect(next.isInside).toBe(false);
	});

	it('frees a place once, however often it is given back', async () => {
		const semaphore = createSemaphore(1);
		const leave = await semaphore.enter(signal);
		leave();
		leave();
		const visitors = [visit(semaphore), visit(semaphore)];
		await settle();
		expect(visitors.map(({isInside}) => isInside)).toEqual([true, false]);
	});

	it('with places without end makes nobody wait', async () => {
		const semaphore = createSemaphore(Number.POSITIVE_INFINITY);
		await Promise.all(Array.from({length: 1000}, async () => semaphore.enter(signal)));
	});

	it('is never overfull, forgets nobody and keeps the order, whoever comes, leaves or gives up', async () => {
		const action = fc.record({type: fc.constantFrom('come', 'leave', 'give-up'), index: fc.nat(9)});
		await fc.assert(
			fc.asyncProperty(fc.integer({min: 1, max: 3}), fc.array(action), async (placeCount, actions) => {
				const semaphore = createSemaphore(placeCount);
				const inside: Array<() => void> = [];
				const entered: number[] = [];
				const waiting = new Map<number, AbortController>();
				let comers = 0;
				for (const {type, index} of actions) {
					if (type === 'come') {
						const number = comers++;
						const controller = new AbortController();
						waiting.set(number, controller);
						semaphore.enter(controller.signal).then(
							leave => {
								waiting.delete(number);
								entered.push(number);
								inside.push(leave);
							},
							() => waiting.delete(number),
						);
					} else if (type === 'leave') {
						inside.splice(index % Math.max(1, inside.length), 1)[0]?.();
					} else {
						[...waiting.values()][index % Math.max(1, waiting.size)]?.abort();
					}

					await settle();
					expect(inside.length).toBeLessThanOrEqual(placeCount);
					expect(waiting.size === 0 || inside.length === placeCount).toBe(true);
				}

				expect(entered).toEqual(entered.toSorted((left, right) => left - right));
			}),
			{numRuns: 50},
		);
	});
});

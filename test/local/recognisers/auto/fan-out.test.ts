import {expect, it} from 'vitest';
import {fanOut} from '../../../../source/local/recognisers/auto/fan-out.js';
import {collect} from '../../../helpers/collect.js';

/**
Numbers from 1 on, and what was asked of them.
*/
const numbers = (count: number) => {
	const asked: string[] = [];
	const source = async function* () {
		try {
			for (let number = 1; number <= count; number++) {
				asked.push(`item ${number}`);
				yield number;
			}
		} finally {
			asked.push('closed');
		}
	};
	return {asked, source: source()};
};

const reader = <Item>(items: AsyncIterable<Item>) => items[Symbol.asyncIterator]();

it('gives both readers every item, and the end', async () => {
	const {source} = numbers(3);
	const [one, other] = fanOut(source);
	expect(await Promise.all([collect(one.items), collect(other.items)])).toEqual([
		{items: [1, 2, 3]},
		{items: [1, 2, 3]},
	]);
});

it('asks for an item only when both want one', async () => {
	const {source, asked} = numbers(3);
	const [one, other] = fanOut(source);
	const [quick, slow] = [reader(one.items), reader(other.items)];
	const first = quick.next();
	expect(asked).toEqual([]);
	await Promise.all([first, slow.next()]);
	const second = quick.next();
	expect(asked).toEqual(['item 1']);
	await slow.next();
	expect(await second).toEqual({value: 2, done: false});
});

it('goes on with one reader when the other has left, even while that one waited', async () => {
	const {source, asked} = numbers(3);
	const [one, other] = fanOut(source);
	const [staying, leaving] = [reader(one.items), reader(other.items)];
	const waiting = staying.next();
	other.close();
	expect(await waiting).toEqual({value: 1, done: false});
	expect(await leaving.next()).toEqual({value: undefined, done: true});
	expect(await staying.next()).toEqual({value: 2, done: false});
	expect(asked).toEqual(['item 1', 'item 2']);
});

it('closes the source once both have left, be it in the middle of a loop', async () => {
	const {source, asked} = numbers(3);
	const [one, other] = fanOut(source);
	const readOne = async (items: AsyncIterable<number>) => {
		for await (const item of items) {
			return item;
		}

		return undefined;
	};
	expect(await Promise.all([readOne(one.items), readOne(other.items)])).toEqual([1, 1]);
	expect(asked).toEqual(['item 1', 'closed']);
});

it('tells both readers of a failure', async () => {
	const failing = async function* () {
		yield 1;
		throw new Error('The line is dead.');
	};
	const [one, other] = fanOut(failing());
	const results = await Promise.all([collect(one.items), collect(other.items)]);
	expect(results.map(({error}) => (error as Error).message)).toEqual([
		'The line is dead.',
		'The line is dead.',
	]);
});

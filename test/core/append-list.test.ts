import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {AppendList} from '../../source/core/append-list.js';

describe('AppendList', () => {
	it('leaves the older list as it was', () => {
		const older = AppendList.from([1, 2]);
		const newer = older.append([3]);
		expect([...older]).toEqual([1, 2]);
		expect([...newer]).toEqual([1, 2, 3]);
	});

	it('keeps two futures of one list apart', () => {
		const start = AppendList.from(['a']);
		const left = start.append(['b']);
		const right = start.append(['c', 'd']);
		expect([...left]).toEqual(['a', 'b']);
		expect([...right]).toEqual(['a', 'c', 'd']);
	});

	it('is the same list after appending nothing', () => {
		const list = AppendList.from([1]);
		expect(list.append([])).toBe(list);
	});

	it('counts from the end where the index is negative, and has nothing outside', () => {
		const list = AppendList.from([1]).append([2, 3]);
		expect([list.at(0), list.at(-1), list.at(3), list.at(-4)]).toEqual([1, 3, undefined, undefined]);
	});

	it('behaves as arrays joined by copying, whatever is appended to whichever version', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.nat(), fc.array(fc.integer(), {maxLength: 4}))), steps => {
				const versions = [{list: AppendList.from<number>(), copy: [] as number[]}];
				for (const [pick, items] of steps) {
					const {list, copy} = versions[pick % versions.length] as (typeof versions)[number];
					versions.push({list: list.append(items), copy: [...copy, ...items]});
				}

				for (const {list, copy} of versions) {
					expect([...list]).toEqual(copy);
					expect(list.slice(1)).toEqual(copy.slice(1));
					expect(list.length).toBe(copy.length);
				}
			}),
		);
	});
});

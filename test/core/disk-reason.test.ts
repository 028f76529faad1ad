import {describe, expect, it} from 'vitest';
import {diskReason, isOutOfSpace} from '../../source/core/disk-reason.js';

const errorOf = (code: string) => Object.assign(new Error(`${code}: as the system says it`), {code});

describe('why something cannot be written', () => {
	it.each([
		['ENOSPC', 'there is no room left on the disk', true],
		['EDQUOT', 'your share of the disk is used up', true],
		['EFBIG', 'a file may not be larger', true],
		['EROFS', 'the disk is read-only', false],
		['EACCES', 'you may not write', false],
		['ESTRANGE', 'ESTRANGE: as the system says it', false],
	])('%s is that %s', (code, reason, isFull) => {
		expect(diskReason(errorOf(code))).toBe(reason);
		expect(isOutOfSpace(errorOf(code))).toBe(isFull);
	});

	it('is what was thrown where that is no error of the system', () => {
		expect(diskReason('a text')).toBe('a text');
		expect(isOutOfSpace(undefined)).toBe(false);
	});
});

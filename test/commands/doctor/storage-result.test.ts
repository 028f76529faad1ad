import {describe, expect, it} from 'vitest';
import {storageResult} from '../../../source/commands/doctor/storage-result.js';

const roomy = {folder: '/tmp', freeBytes: 2_000_000_000};
const failing = (code: string) => ({folder: '/home/me/duet', error: Object.assign(new Error(code), {code})});

describe('a folder that cannot be written', () => {
	it.each([
		['ENOSPC', 'there is no room left on the disk'],
		['EDQUOT', 'your share of the disk is used up'],
	])('for want of room asks for room and for nothing else (%s)', (code, reason) => {
		expect(storageResult(failing(code), roomy)).toEqual({
			status: 'bad',
			says: [
				['kept', `/home/me/duet cannot be written: ${reason}`],
				['temporary', '/tmp, writable, 2.0 GB free'],
			],
			nextStep: 'Free some space: an hour of audio takes 115 MB.',
		});
	});

	it.each(['EACCES', 'EROFS', 'EEXIST'])('for another reason has to be made writable (%s)', code => {
		expect(storageResult(failing(code), roomy)).toMatchObject({
			status: 'bad',
			nextStep: 'Make /home/me/duet writable for you: transcripts and recordings go there.',
		});
	});
});

describe('folders that can be written', () => {
	it('are good where there is room in both', () => {
		expect(storageResult(roomy, roomy)).toMatchObject({status: 'good'});
		expect(storageResult(roomy, roomy)).not.toHaveProperty('nextStep');
	});

	it('are a warning where there is little room in one', () => {
		expect(storageResult({folder: '/small', freeBytes: 400_000_000}, roomy)).toMatchObject({
			status: 'warning',
			nextStep: 'Free some space: an hour of audio takes 115 MB.',
		});
	});
});

import {describe, expect, it} from 'vitest';
import {datedName, isDatedName} from '../../source/core/dated-name.js';

describe('a name by date, time and chance', () => {
	const name = datedName(new Date('2026-03-01T14:25:01.999Z'), '0a1b2c');

	it('says when in UTC, so that names sort as they were given', () => {
		expect(name).toBe('2026-03-01-142501-0a1b2c');
	});

	it('is known again, with the extension that it was given', () => {
		expect(isDatedName(name)).toBe(true);
		expect(isDatedName(`${name}.wav`, '.wav')).toBe(true);
	});

	it.each([
		['2026-03-01-142501-0a1b2c.wav', ''],
		['2026-03-01-142501-0a1b2c', '.wav'],
		['2026-03-01-142501-0a1b2c.wav.wav', '.wav'],
		['2026-03-01-142501-0a1b2cxwav', '.wav'],
		['my-2026-03-01-142501-0a1b2c.wav', '.wav'],
		['2026-03-01-142501-0a1b2c\n', ''],
		['2026-03-01-142501-0A1B2C', ''],
		['2026-03-01-142501', ''],
		['meeting.wav', '.wav'],
		['', ''],
	])('is not taken for one where it is another (%j, %j)', (other, extension) => {
		expect(isDatedName(other, extension)).toBe(false);
	});
});

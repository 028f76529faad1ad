import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import type {CheckResult} from '../../../source/commands/doctor/check.js';
import {checkText} from '../../../source/commands/doctor/check-text.js';

const result: CheckResult = {
	status: 'warning',
	says: [
		'There is no microphone here; audio files and the sample work without one.',
		['naudiodon', 'found no input device'],
		['sox', 'is not installed'],
	],
	nextStep: 'Connect a microphone or choose one in the system’s sound settings.',
};

const render = (columns: number, of: CheckResult = result, hasUnicode = true) =>
	checkText({title: 'Microphone'}, of, {columns, hasUnicode, paint: (_, text) => text});

describe('a check in text', () => {
	it('has a sign and a word for its status, and aligns what it says', () => {
		expect(render(80)).toBe(
			[
				'▲ warning  Microphone    There is no microphone here; audio files and the sample',
				'                         work without one.',
				'                         naudiodon  found no input device',
				'                         sox        is not installed',
				'                         → Connect a microphone or choose one in the system’s',
				'                           sound settings.',
				'',
			].join('\n'),
		);
	});

	it('puts what it says below on a narrow terminal', () => {
		expect(render(40)).toBe(
			[
				'▲ warning  Microphone',
				'  There is no microphone here; audio',
				'  files and the sample work without one.',
				'  naudiodon  found no input device',
				'  sox        is not installed',
				'  → Connect a microphone or choose one',
				'    in the system’s sound settings.',
				'',
			].join('\n'),
		);
	});

	it.each([160, 100, 80, 64, 63, 40, 24])('is never wider than the terminal (%i)', columns => {
		const long: CheckResult = {...result, says: [...result.says, ['log', `/home/${'folder/'.repeat(40)}`]]};
		for (const line of render(columns, long).split('\n')) {
			expect(stringWidth(line)).toBeLessThanOrEqual(columns);
		}
	});

	it.each(['good', 'warning', 'bad'] as const)('names the status also without UTF-8 (%s)', status => {
		expect(render(80, {...result, status, says: ['']}, false)).toMatch(
			new RegExp(`^[!+x] ${status} +Microphone`),
		);
	});

	it('lets nothing from outside steer the terminal', () => {
		const text = render(80, {status: 'bad', says: ['a\u{1B}[2J', ['b\u{7}', 'c\u{9B}']], nextStep: 'd\re'});
		expect(text).not.toMatch(/[\p{Cc}--\n]/v);
		expect(text).toContain('a␛[2J');
	});
});

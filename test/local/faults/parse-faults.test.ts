import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {ProblemError} from '../../../source/core/problem.js';
import {faults} from '../../../source/local/faults/catalogue.js';
import {faultHelp} from '../../../source/local/faults/fault-help.js';
import {parseFaults, printFault} from '../../../source/local/faults/parse-faults.js';
import {anyFault} from '../../helpers/any-fault.js';

const always = {chancePercent: 100, mostTimes: Number.POSITIVE_INFINITY};

const problemOf = (text: string) => {
	try {
		parseFaults(text, '--fault');
	} catch (error) {
		return error instanceof ProblemError ? error.problem : error;
	}

	throw new Error('Nothing was thrown.');
};

describe('parseFaults', () => {
	it.each([
		['503', {name: '503', ...always}],
		['drop@12s', {name: 'drop', place: {type: 'audio', low: 12_000, high: 12_000}, ...always}],
		['drop@1.5s', {name: 'drop', place: {type: 'audio', low: 1500, high: 1500}, ...always}],
		['drop@2s..20s', {name: 'drop', place: {type: 'audio', low: 2000, high: 20_000}, ...always}],
		['freeze@500ms-open', {name: 'freeze', place: {type: 'open', low: 500, high: 500}, ...always}],
		['drop@10..40messages', {name: 'drop', place: {type: 'messages', low: 10, high: 40}, ...always}],
		['drop@1message', {name: 'drop', place: {type: 'messages', low: 1, high: 1}, ...always}],
		['mute@start', {name: 'mute', place: {type: 'moment', moment: 'start'}, ...always}],
		[
			'reset=answer@create',
			{
				name: 'reset',
				value: {type: 'word', word: 'answer'},
				place: {type: 'request', occasion: 'create'},
				...always,
			},
		],
		['lag=100ms..1s', {name: 'lag', value: {type: 'duration', low: 100, high: 1000}, ...always}],
		['dribble=1..9', {name: 'dribble', value: {type: 'count', low: 1, high: 9}, ...always}],
		['503~2.5%', {name: '503', chancePercent: 2.5, mostTimes: Number.POSITIVE_INFINITY}],
		['503×3', {name: '503', chancePercent: 100, mostTimes: 3}],
		['503x3', {name: '503', chancePercent: 100, mostTimes: 3}],
		[
			'error=job_error@12s~50%×3',
			{
				name: 'error',
				value: {type: 'word', word: 'job_error'},
				place: {type: 'audio', low: 12_000, high: 12_000},
				chancePercent: 50,
				mostTimes: 3,
			},
		],
	])('reads %s', (text, fault) => {
		expect(parseFaults(text)).toEqual([fault]);
	});

	it('reads several with commas between them, and spaces around', () => {
		expect(parseFaults('503, drop@12s ,late').map(({name}) => name)).toEqual(['503', 'drop', 'late']);
	});

	it('knows every fault by its name', () => {
		for (const {name} of faults) {
			expect(parseFaults(name)).toEqual([{name, ...always}]);
		}
	});

	it('reads again what was printed, whatever it is', () => {
		fc.assert(
			fc.property(fc.array(anyFault, {minLength: 1, maxLength: 5}), ordered => {
				expect(parseFaults(ordered.map(printFault).join(','))).toEqual(ordered);
			}),
			{numRuns: 2000},
		);
	});

	it('reads any text, or says what is allowed', () => {
		const piece = fc.constantFrom(
			'drop',
			'503',
			'=',
			'@',
			'~',
			'%',
			'×',
			'x',
			'..',
			'12',
			's',
			'ms',
			'a',
			'-',
			' ',
			',',
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.array(piece).map(pieces => pieces.join('')),
				),
				text => {
					try {
						const ordered = parseFaults(text);
						expect(parseFaults(ordered.map(printFault).join(','))).toEqual(ordered);
					} catch (error) {
						expect(error).toBeInstanceOf(ProblemError);
					}
				},
			),
			{numRuns: 5000},
		);
	});

	it.each([
		['', '--fault needs the name of a fault.', 'drop@12s'],
		['503,,drop', '--fault needs the name of a fault.', 'drop@12s'],
		['earthquake', '--fault cannot be “earthquake”.', 'The faults are late, '],
		['drop 12s', '--fault cannot be “drop 12s”.', 'Write name=value@place'],
		['503~0%', '--fault cannot be “503~0%”', 'above 0 %'],
		['503~101%', '--fault cannot be “503~101%”', 'up to 100 %'],
		['503x0', '--fault cannot be “503x0”', 'from 1 on'],
		['403=2s', '--fault 403 cannot be given the value “2s”.', 'It takes none.'],
		['lag=soon', '--fault lag cannot be given the value “soon”.', '500ms, 2s or 1s..5s'],
		['lag=2s..1s', '--fault lag cannot be given the value “2s..1s”.', '1s..5s'],
		['dribble=0', '--fault dribble cannot be given the value “0”.', 'from 1 to 65536'],
		['error=tired', '--fault error cannot be given the value “tired”.', 'quota_exceeded'],
		['close=1006', '--fault close cannot be given the value “1006”.', '4005'],
		['drop@create', '--fault drop cannot happen at “create”.', 'open, start, words'],
		['drop@0messages', '--fault drop cannot happen at “0messages”.', '40messages'],
		['503@12s', '--fault 503 cannot happen at “12s”.', 'create, job, transcript'],
		['not-ready@create', '--fault not-ready cannot happen at “create”.', 'the requests transcript.'],
		['lag@12s', '--fault lag cannot happen at “12s”.', 'leave the place out'],
	])('refuses “%s” and says what is allowed', (text, message, allowed) => {
		const problem = problemOf(text) as {readonly message: string; readonly nextStep: string};
		expect(problem).toMatchObject({kind: 'bad-input', message: expect.stringContaining(message)});
		expect(problem.nextStep).toContain(allowed);
	});
});

describe('faultHelp', () => {
	it('names every fault, in lines that are not too long', () => {
		const lines = faultHelp();
		for (const {name} of faults) {
			expect(lines.some(line => line.startsWith(`  ${name}`))).toBe(true);
		}

		expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(120);
	});
});

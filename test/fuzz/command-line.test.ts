import fc from 'fast-check';
import {expect, it} from 'vitest';
import {readCommandLine} from '../../source/commands/command-line.js';
import {commands} from '../../source/commands/commands.js';
import type {Option} from '../../source/commands/option.js';
import {options} from '../../source/commands/options.js';
import {optionLayers, resolveOptions} from '../../source/commands/resolve-options.js';
import {ProblemError} from '../../source/core/problem.js';

const names = Object.keys(options);

const argument = fc.oneof(
	fc.constantFrom(...names.flatMap(name => [`--${name}`, `--no-${name}`, `--${name}=`])),
	fc.constantFrom(...commands.map(({name}) => name)),
	fc.constantFrom('-', '--', '-o', '-f', '-h', '-oo', '--=', '---', '1', '0.7', 'en', 'a.wav', '', ' '),
	fc
		.tuple(fc.constantFrom(...names), fc.string({unit: 'binary'}))
		.map(([name, value]) => `--${name}=${value}`),
	fc.string({unit: 'binary'}),
	fc.constantFrom('__proto__', '--__proto__=1', '--constructor', '--toString', '\u{1B}[2J'),
);

/**
What the action gives, or the problem that it ends with; whatever else is thrown is a crash.
*/
const orProblem = <Value>(action: () => Value): Value | undefined => {
	try {
		return action();
	} catch (error) {
		expect(error).toBeInstanceOf(ProblemError);
		expect((error as ProblemError).problem.nextStep).not.toBe('');
		return undefined;
	}
};

it('any arguments are understood, or refused with what to do', () => {
	fc.assert(
		fc.property(fc.array(argument, {maxLength: 7}), argv => {
			const line = orProblem(() => readCommandLine(argv, import.meta, commands));
			if (line) {
				expect(commands).toContain(line.command);
				orProblem(() => resolveOptions(optionLayers(line.flags, {}, {}, {})));
			}
		}),
		{numRuns: 1500},
	);
});

it('any values from the environment and the settings are understood, or refused with what to do', () => {
	const value = fc.oneof(
		fc.string({unit: 'binary'}),
		fc.constantFrom('', '1', 'true', 'eu', '-1', 'NaN', '1e999'),
	);
	const variables = Object.values(options).flatMap(option => (option as Option<unknown>).environment ?? []);
	fc.assert(
		fc.property(
			fc.dictionary(fc.constantFrom(...variables), value),
			fc.dictionary(fc.constantFrom(...names), value),
			(environment, settings) => {
				const resolved = orProblem(() => resolveOptions(optionLayers({}, environment, {}, settings)));
				if (resolved) {
					expect(Object.keys(resolved.values)).toEqual(names);
				}
			},
		),
		{numRuns: 1500},
	);
});

import {describe, expect, it} from 'vitest';
import {checkNames, optionLayers, resolveOptions} from '../../source/commands/resolve-options.js';
import {ProblemError} from '../../source/core/problem.js';

const resolve = (
	flags: Record<string, string> = {},
	environment: Record<string, string> = {},
	dotEnv: Record<string, string> = {},
	settings: Record<string, string> = {},
) => resolveOptions(optionLayers(flags, environment, dotEnv, settings));

const problemOf = (action: () => unknown) => {
	try {
		action();
	} catch (error) {
		return error instanceof ProblemError ? error.problem : error;
	}

	throw new Error('Nothing was thrown.');
};

describe('where a value comes from', () => {
	it('is the flag, then the environment, then .env, then the settings file, then the default', () => {
		const all = [
			{region: 'us'},
			{SPEECHMATICS_REGION: 'au'},
			{SPEECHMATICS_REGION: 'eu'},
			{region: 'global'},
		] as const;
		const seen = [0, 1, 2, 3, 4].map(first => {
			const [flags, environment, dotEnv, settings] = all.map((layer, index) => (index < first ? {} : layer));
			const {values, origins} = resolve(flags, environment, dotEnv, settings);
			return [values.region, origins.region];
		});
		expect(seen).toEqual([
			['us', 'flag'],
			['au', 'environment'],
			['eu', '.env'],
			['global', 'settings file'],
			['eu', 'default'],
		]);
	});

	it('is not a variable that is set to nothing', () => {
		expect(resolve({}, {SPEECHMATICS_API_KEY: ''}).values['api-key']).toBeUndefined();
	});

	it('is the default where a value is not allowed and that is borne, but for a flag', () => {
		const bad: string[] = [];
		const bear = (name: string, error: unknown) => {
			bad.push(name);
			expect(error).toBeInstanceOf(ProblemError);
		};
		const {values, origins} = resolveOptions(
			optionLayers({}, {SPEECHMATICS_REGION: 'mars'}, {}, {'max-delay': '9', language: 'de'}),
			bear,
		);
		expect(bad).toEqual(['region', 'max-delay']);
		expect([values.region, origins.region]).toEqual(['eu', 'default']);
		expect([values.language, origins.language]).toEqual(['de', 'settings file']);
		expect(() => resolveOptions(optionLayers({region: 'mars'}, {}, {}, {}), bear)).toThrow(ProblemError);
	});

	it('is for the local recogniser also a variable or a setting', () => {
		const {values} = resolve(
			{},
			{DUET_RECOGNISER: 'replay', DUET_POCKETSPHINX_MODEL: 'model'},
			{},
			{recogniser: 'auto', 'pocketsphinx-library': 'library.so'},
		);
		expect(values).toMatchObject({
			recogniser: 'replay',
			'pocketsphinx-model': 'model',
			'pocketsphinx-library': 'library.so',
		});
		expect(resolve().values.recogniser).toBe('auto');
	});

	it('is never the settings file for what belongs to one run', () => {
		expect(resolve({}, {}, {}, {output: 'x.txt'}).values.output).toBeUndefined();
	});
});

describe('a value that is not allowed', () => {
	it.each([
		[{'max-delay': '99'}, '--max-delay cannot be “99”.', 'a number of seconds from 0.7 to 4'],
		[{'max-delay': 'soon'}, '--max-delay cannot be “soon”.', 'from 0.7 to 4'],
		[{'max-delay': ''}, '--max-delay needs a value.', 'from 0.7 to 4'],
		[{model: 'huge'}, '--model cannot be “huge”.', 'standard or enhanced'],
		[{jobs: '1.5'}, '--jobs cannot be “1.5”.', 'a whole number of jobs from 1 to 50'],
		[{recogniser: 'ears'}, '--recogniser cannot be “ears”.', 'auto, replay, or pocketsphinx'],
		[{format: 'pdf'}, '--format cannot be “pdf”.', 'txt, srt, vtt, json, md, or html'],
		[{output: ''}, '--output needs a value.', 'the path of a file'],
	])('%j is refused with what is allowed', (flags, message, allowed) => {
		const problem = problemOf(() => resolve(flags as Record<string, string>));
		expect(problem).toMatchObject({kind: 'bad-input', message});
		expect((problem as {nextStep: string}).nextStep).toContain(allowed);
	});

	it('is named with the place it came from', () => {
		expect(problemOf(() => resolve({}, {SPEECHMATICS_REGION: 'mars'}))).toMatchObject({
			message: 'SPEECHMATICS_REGION (environment) cannot be “mars”.',
		});
		expect(problemOf(() => resolve({}, {}, {}, {'max-delay': '9'}))).toMatchObject({
			message: '“max-delay” in the settings file cannot be “9”.',
		});
	});

	it('is named with that of several variables which was set', () => {
		expect(problemOf(() => resolve({}, {INK_SCREEN_READER: 'perhaps'}))).toMatchObject({
			message: 'INK_SCREEN_READER (environment) cannot be “perhaps”.',
		});
		expect(problemOf(() => resolve({}, {}, {ACCESSIBLE: 'very', INK_SCREEN_READER: 'no'}))).toMatchObject({
			message: 'ACCESSIBLE (.env) cannot be “very”.',
		});
	});
});

describe('checkNames', () => {
	const check = (name: string) =>
		checkNames([name], ['format', 'max-delay', 'jobs'], option => `--${option}`, 'See --help.');

	it('lets known names pass', () => {
		expect(() => check('jobs')).not.toThrow();
	});

	it.each([
		['formt', '--format'],
		['fromat', '--format'],
		['format-', '--format'],
		['max', '--max-delay'],
		['hobs', '--jobs'],
	])('offers for %s the nearest name', (name, near) => {
		expect(problemOf(() => check(name))).toMatchObject({
			message: `There is no --${name} here.`,
			nextStep: `Did you mean ${near}? See --help.`,
		});
	});

	it('offers nothing where nothing is near', () => {
		expect(problemOf(() => check('colour'))).toMatchObject({nextStep: 'See --help.'});
	});
});

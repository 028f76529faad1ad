import {describe, expect, it} from 'vitest';
import type {Check, CheckResult} from '../../../source/commands/doctor/check.js';
import {runChecks} from '../../../source/commands/doctor/run-checks.js';
import {ProblemError} from '../../../source/core/problem.js';
import {checkContext} from '../../helpers/check-context.js';

const check = (id: string, run: Check['run'], limitMs = 10_000): Check => ({id, title: id, limitMs, run});
const good: CheckResult = {status: 'good', says: ['It works.']};
const never = new Promise<never>(() => {});

const run = async (checks: readonly Check[], environment: Record<string, string> = {}) => {
	const results: Array<CheckResult & {id: string}> = [];
	await runChecks(checks, await checkContext(environment), ({id}, result) => {
		results.push({id, ...result});
	});
	return results;
};

describe('running checks', () => {
	it('begins all at once, and hands out the results in the order of the list', async () => {
		const last = Promise.withResolvers<void>();
		const results = await run([
			check('waits for the last', async () => {
				await last.promise;
				return good;
			}),
			check('last', async () => {
				last.resolve();
				return good;
			}),
		]);
		expect(results.map(({id}) => id)).toEqual(['waits for the last', 'last']);
	});

	it('reports one that hangs, and goes on with the others', async () => {
		const results = await run([check('hangs', async () => never, 20), check('works', async () => good)]);
		expect(results).toEqual([
			{
				id: 'hangs',
				status: 'bad',
				says: ['This did not come to an end within 0.02 s.'],
				nextStep: expect.stringContaining('Run it again'),
			},
			{id: 'works', ...good},
		]);
	});

	it('ends what one that was given up has begun', async () => {
		const ended = Promise.withResolvers<void>();
		await run([
			check(
				'hangs',
				async ({signal}) => {
					signal.addEventListener('abort', () => ended.resolve());
					return never;
				},
				20,
			),
		]);
		await ended.promise;
	});

	it('reports what one throws, with its advice where it has some', async () => {
		const results = await run([
			check('knows why', async () => {
				throw new ProblemError({kind: 'device', message: 'It is off.', nextStep: 'Turn it on.'});
			}),
			check('does not', async () => {
				throw new RangeError('seven');
			}),
		]);
		expect(results).toMatchObject([
			{status: 'bad', says: ['It is off.'], nextStep: 'Turn it on.'},
			{status: 'bad', says: ['Something in Duet went wrong: seven']},
		]);
	});

	it('shows no key, whoever quotes it', async () => {
		const key = 'secret-key-of-thirty-characters';
		const quote: CheckResult = {
			status: 'bad',
			says: [`Not ${key}!`, ['host', key]],
			nextStep: `Drop ${key}.`,
		};
		const results = await run(
			[
				check('says', async () => quote),
				check('throws', async () => {
					throw new Error(`Bad key ${key}`);
				}),
			],
			{SPEECHMATICS_API_KEY: key},
		);
		expect(JSON.stringify(results)).not.toContain(key);
		expect(results[0]).toMatchObject({
			says: ['Not …ters!', ['host', '…ters']],
			nextStep: 'Drop …ters.',
		});
	});
});

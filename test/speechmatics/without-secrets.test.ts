import {describe, expect, it} from 'vitest';
import {type Problem, ProblemError} from '../../source/core/problem.js';
import type {RealTimeEvent} from '../../source/core/transcript-event.js';
import {hideSecrets, withoutSecrets} from '../../source/speechmatics/without-secrets.js';
import {collect} from '../helpers/collect.js';

const apiKey = 'key-of-thirty-characters-3f9c';
const problem: Problem = {
	kind: 'server',
	message: `Bearer ${apiKey} is not ${apiKey}`,
	nextStep: `Try ${apiKey}`,
};
const hidden: Problem = {kind: 'server', message: 'Bearer …3f9c is not …3f9c', nextStep: 'Try …3f9c'};

const eventsThatFail = (thrown: unknown) =>
	async function* (): AsyncGenerator<RealTimeEvent> {
		yield {type: 'warned', message: `${apiKey} expires soon`};
		yield {type: 'retrying', attempt: 2, waitMs: 0, problem};
		yield {type: 'audio-ended'};
		throw thrown;
	};

describe('hideSecrets', () => {
	it.each([
		['the key, wherever it stands', 'a-long-key-3f9c', '<a-long-key-3f9c a-long-key-3f9c>', '<…3f9c …3f9c>'],
		['a key that was given with white space', ' a-long-key-3f9c\n', '“a-long-key-3f9c”', '“…3f9c”'],
		['all of a short key', 'abcd1234', 'abcd1234!', '…!'],
		['nothing for an empty key', '', 'as it was', 'as it was'],
		['a key with characters of patterns', 'a+b(c)$&$1-$$', 'a+b(c)$&$1-$$', '…1-$$'],
	])('hides %s', (_name, key, text, expected) => {
		expect(hideSecrets(text, [key])).toBe(expected);
	});
});

describe('withoutSecrets', () => {
	it('hides the key in what is warned of, in what is tried again and in what is thrown', async () => {
		const events = eventsThatFail(new ProblemError(problem, {cause: new Error(apiKey)}))();
		const {items, error} = await collect(withoutSecrets(events, [apiKey]));
		expect(items).toEqual([
			{type: 'warned', message: '…3f9c expires soon'},
			{type: 'retrying', attempt: 2, waitMs: 0, problem: hidden},
			{type: 'audio-ended'},
		]);
		expect(error).toBeInstanceOf(ProblemError);
		expect(error).toMatchObject({message: hidden.message, problem: hidden});
		expect((error as ProblemError).cause).toBeUndefined();
	});

	it('hides it in a fault of Duet itself', async () => {
		const {error} = await collect(withoutSecrets(eventsThatFail(new Error(apiKey))(), [apiKey]));
		expect((error as ProblemError).problem.message).toContain('…3f9c');
		expect(String(error)).not.toContain(apiKey);
	});
});

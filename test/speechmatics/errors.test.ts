import {describe, expect, it} from 'vitest';
import {ProblemError} from '../../source/core/problem.js';
import {HttpError, toServiceError} from '../../source/speechmatics/errors.js';
import {failedBeforeSending} from '../../source/speechmatics/network-problem.js';
import {describeService} from '../../source/speechmatics/service.js';
import {closeProblem, sessionProblem} from '../../source/speechmatics/session-problem.js';

const apiKey = 'abcdefghijklmnopqrstuvwxyz3f9c';
const service = describeService('https://eu1.asr.api.speechmatics.com/v2', apiKey);
const problemOf = (thrown: unknown) => toServiceError(thrown, service).problem;
const http = (status: number, body: string | object, retryAfterMs?: number) =>
	problemOf(
		new HttpError({
			status,
			body: typeof body === 'string' ? body : JSON.stringify(body),
			...(retryAfterMs !== undefined && {retryAfterMs}),
		}),
	);
const fetchFailed = (code: string) =>
	new TypeError('fetch failed', {cause: Object.assign(new Error(code), {code})});

describe('an HTTP answer', () => {
	it.each([
		[400, {code: 400, error: 'Job rejected', detail: 'Job config JSON is invalid'}, 'bad-input', false],
		[401, '<html><h1>401 Authorization Required</h1></html>', 'not-authorised', false],
		[401, {code: 401, error: 'Unauthorized'}, 'not-authorised', false],
		[403, {code: 403, error: 'Forbidden', detail: 'Entitlement check failed'}, 'not-authorised', false],
		[404, {code: 404, error: 'Job not found'}, 'rejected', false],
		[410, {code: 410, error: 'Job Expired'}, 'rejected', false],
		[413, '', 'bad-input', false],
		[418, '', 'server', false],
		[422, {code: 422, error: 'limit must be int64'}, 'bad-input', false],
		[429, '<html>Rate Limited</html>', 'quota', true],
		[500, {code: 500, error: 'Internal Server Error'}, 'server', true],
		[503, {detail: 'Server busy: 4 engines'}, 'server', true],
		[599, '', 'server', true],
	] as const)('%i with %j is %s', (status, body, kind, isTransient) => {
		const problem = http(status, body);
		expect(problem.kind).toBe(kind);
		expect(problem.isTransient ?? false).toBe(isTransient);
		expect(problem.nextStep).not.toBe('');
	});

	it('tells which key was refused, by its end, where, and where to get another', () => {
		const {message, nextStep} = http(401, '<html></html>');
		expect(message).toBe(
			'eu1.asr.api.speechmatics.com did not accept the API key ending in 3f9c (HTTP 401).',
		);
		expect(nextStep).toContain('https://portal.speechmatics.com');
		expect(nextStep).toContain('region');
	});

	it('says so where there was no key at all', () => {
		const {message} = toServiceError(
			new HttpError({status: 401, body: ''}),
			describeService('http://localhost:9000/v2'),
		).problem;
		expect(message).toContain('a request without a key');
	});

	it('gives the reason of the service, but no pages', () => {
		expect(http(403, {error: 'Forbidden', detail: 'Entitlement check failed'}).message).toContain(
			'ending in 3f9c: Forbidden, Entitlement check failed (HTTP 403).',
		);
		expect(http(502, '<html>Bad Gateway</html>').message).not.toContain('<');
	});

	it('mends a refusal by its reason', () => {
		expect(http(400, {error: 'Job rejected due to invalid audio'}).nextStep).toContain('wav, mp3');
		expect(http(400, {error: 'No language selected'}).nextStep).toContain('--language');
	});

	it('does not contradict a reason that says what to do', () => {
		const error = 'The language xx is not known here, only en.';
		expect(http(400, {error}).nextStep).toMatch(/^Choose such a language/);
	});

	it('keeps the wait that the service asks for', () => {
		expect(http(429, '', 7000).retryAfterMs).toBe(7000);
	});
});

describe('a failure of the network', () => {
	it.each([
		['ECONNREFUSED', 'network', 'Nothing answers', true],
		['ENOTFOUND', 'network', 'cannot be found', true],
		['ECONNRESET', 'network', 'broke', false],
		['UND_ERR_HEADERS_TIMEOUT', 'timeout', 'did not answer in time', false],
		['CERT_HAS_EXPIRED', 'network', 'certificate', true],
		['ERR_SSL_WRONG_VERSION_NUMBER', 'network', 'does not speak TLS', true],
		['UND_ERR_REQ_CONTENT_LENGTH_MISMATCH', 'bad-input', 'changed its length', false],
	])('%s is found inside what fetch throws', (code, kind, words, isBeforeSending) => {
		const problem = problemOf(fetchFailed(code));
		expect(problem.kind).toBe(kind);
		expect(problem.message).toContain(words);
		expect(failedBeforeSending(fetchFailed(code))).toBe(isBeforeSending);
	});

	it('is found in the errors of a host with two addresses', () => {
		const refused = Object.assign(new Error(''), {code: 'ECONNREFUSED'});
		expect(
			problemOf(new TypeError('fetch failed', {cause: new AggregateError([refused, refused])})).message,
		).toBe('Nothing answers at eu1.asr.api.speechmatics.com.');
	});

	it('is found in the event that a socket throws', () => {
		const error = Object.assign(new Error('connect ECONNREFUSED'), {code: 'ECONNREFUSED'});
		expect(problemOf({type: 'error', message: error.message, error}).kind).toBe('network');
	});
});

describe('anything else that is thrown', () => {
	it.each([
		['a string', 'Error: submitResponse is undefined', 'submitResponse'],
		['an array', [{message: 'no speech'}, {message: 'no language'}], 'no speech; no language'],
		['nothing', undefined, 'it gave no reason'],
		['a page instead of JSON', new SyntaxError('Unexpected token <'), 'not JSON'],
	])('is a problem: %s', (_name, thrown, words) => {
		const problem = problemOf(thrown);
		expect(problem.kind).toBe('server');
		expect(problem.message).toContain(words);
	});

	it('stays what it is where it is a problem already', () => {
		const error = new ProblemError({kind: 'bad-input', message: 'm', nextStep: 'n'});
		expect(toServiceError(error, service)).toBe(error);
	});

	it('never holds the key', () => {
		for (const thrown of [fetchFailed('ECONNREFUSED'), new HttpError({status: 401, body: ''}), 'x']) {
			expect(JSON.stringify(problemOf(thrown))).not.toContain(apiKey.slice(-5));
		}
	});

	it('shows nothing of a key that is too short to hide the rest', () => {
		expect(describeService('http://host', 'abcdefgh').keyEnding).toBe('****');
	});
});

describe('an Error of a session', () => {
	it.each([
		['not_authorised', 'not-authorised', false],
		['not_allowed', 'rejected', false],
		['invalid_model', 'bad-input', false],
		['invalid_language', 'bad-input', false],
		['invalid_config', 'bad-input', false],
		['invalid_audio_type', 'bad-input', false],
		['quota_exceeded', 'quota', true],
		['timelimit_exceeded', 'quota', false],
		['job_error', 'server', true],
		['idle_timeout', 'timeout', true],
		['session_timeout', 'timeout', true],
		['unknown_error', 'server', true],
		['protocol_error', 'server', false],
		['something_new', 'server', false],
	] as const)('%s is %s', (type, kind, isTransient) => {
		const problem = sessionProblem(type, 'Because.', service);
		expect(problem.kind).toBe(kind);
		expect(problem.isTransient ?? false).toBe(isTransient);
		expect(problem.message).toContain(`: Because (${type}).`);
	});

	it.each([
		['invalid_language', 'The language xx is not known here, only en.', /^Choose such a language/],
		['not_allowed', 'The replay recogniser does not know this audio. Use a key.', /^Do what the reason says/],
	])('does not contradict a reason of %s that says what to do', (type, reason, nextStep) => {
		expect(sessionProblem(type, reason, service).nextStep).toMatch(nextStep);
	});

	it('does without a reason', () => {
		expect(sessionProblem('quota_exceeded', undefined, service).message).toContain('(quota_exceeded)');
	});
});

describe('a connection that is closed early', () => {
	it.each([
		[1006, '', 'network', true],
		[1003, 'protocol_error', 'server', false],
		[1008, 'policy_violation', 'timeout', true],
		[1011, 'internal_error', 'server', true],
		[4001, 'not_authorised', 'not-authorised', false],
		[4004, 'invalid_model', 'bad-input', false],
		[4005, 'quota_exceeded', 'quota', true],
		[4006, '', 'quota', false],
		[4013, 'job_error', 'server', true],
		[1000, '', 'server', true],
		[1001, 'going away', 'server', true],
		[1005, '', 'server', true],
		[1009, 'too big', 'server', false],
		[4999, 'novel', 'server', false],
	] as const)('with %i %s is %s', (code, reason, kind, isTransient) => {
		const problem = closeProblem(code, reason, service);
		expect(problem.kind).toBe(kind);
		expect(problem.isTransient ?? false).toBe(isTransient);
	});

	it.each([4005, 4013, 1011])('with %i asks for the five seconds that the service wants', code => {
		expect(closeProblem(code, '', service).retryAfterMs).toBe(5000);
	});

	it('names the key by its end where the key is the matter', () => {
		expect(closeProblem(4001, 'not_authorised', service).message).toContain('ending in 3f9c');
	});
});

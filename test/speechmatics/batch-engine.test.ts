import {describe, expect, it} from 'vitest';
import type {ProblemError} from '../../source/core/problem.js';
import type {Recording} from '../../source/core/recording.js';
import type {BatchEvent} from '../../source/core/transcript-event.js';
import {createBatchEngine} from '../../source/speechmatics/batch-engine.js';
import {collect} from '../helpers/collect.js';
import {recordingOf} from '../helpers/recordings.js';
import {
	type ReceivedRequest,
	type ScriptedAnswer,
	startScriptedHttpServer,
} from '../helpers/scripted-http-server.js';
import {plainOptions} from '../helpers/transcription-options.js';

type Answers = ReadonlyArray<ScriptedAnswer | (() => ScriptedAnswer | Promise<ScriptedAnswer>)>;

const created = {status: 201, body: {id: 'k3v9q2m7xa'}};
const running = {body: {job: {id: 'k3v9q2m7xa', status: 'running'}}};
const done = {body: {job: {id: 'k3v9q2m7xa', status: 'done'}}};
const transcript = {
	body: {
		format: '2.9',
		job: {created_at: '2026-11-20T08:15:04.000Z'},
		metadata: {created_at: '2026-11-20T08:15:05.500000Z', language_pack_info: {word_delimiter: ' '}},
		results: [
			{type: 'word', start_time: 0, end_time: 0.5, alternatives: [{content: 'Hello', confidence: 1}]},
		],
	},
};
const page401 = {status: 401, body: '<html><h1>401 Authorization Required</h1></html>'};

/**
A service that gives these answers to each call in turn, and the last one from then on.
*/
const startService = async (
	script: {
		readonly create?: Answers;
		readonly list?: Answers;
		readonly look?: Answers;
		readonly transcript?: Answers;
	},
	settings?: Parameters<typeof startScriptedHttpServer>[1],
) => {
	const turns = {create: 0, list: 0, look: 0, transcript: 0};
	const callOf = ({method, path}: ReceivedRequest) => {
		if (path.endsWith('/v2/jobs')) {
			return method === 'POST' ? 'create' : 'list';
		}

		return path.endsWith('/transcript') ? 'transcript' : 'look';
	};

	const usual = {create: [created], list: [{body: {jobs: []}}], look: [done], transcript: [transcript]};

	const server = await startScriptedHttpServer(async request => {
		const call = callOf(request);
		const answers = script[call] ?? usual[call];
		const answer = answers[Math.min(turns[call], answers.length - 1)];
		turns[call] += 1;
		return typeof answer === 'function' ? answer() : (answer ?? 'reset');
	}, settings);
	return {
		...server,
		calls: () => server.requests.map(callOf),
		async [Symbol.asyncDispose]() {
			await server[Symbol.asyncDispose]();
		},
	};
};

const clock = {nowMs: () => performance.now()};
const transcribe = async (
	url: string,
	recording: Recording = recordingOf(1000),
	{
		signal = new AbortController().signal,
		onEvent = (_event: BatchEvent) => {},
		options = plainOptions,
		apiKey = 'key-of-thirty-characters-3f9c',
	} = {},
) => {
	const engine = createBatchEngine({
		apiKey,
		batchUrl: `${url}/v2`,
		clock,
		timings: {firstRetryMs: 1, secondLookMs: 1},
	});
	const {items, error} = await collect(engine.transcribe(recording, options, signal), onEvent);
	return {
		events: items,
		types: items.map(({type}) => type),
		problem: (error as ProblemError | undefined)?.problem,
	};
};

describe('a job that goes well', () => {
	it('is created, followed and fetched, and tells so', async () => {
		await using service = await startService({});
		const {events, problem} = await transcribe(service.url);
		expect(problem).toBeUndefined();
		expect(events.filter(({type}) => type !== 'uploading')).toEqual([
			{type: 'submitting', reference: expect.stringMatching(/^duet-[\da-z]{8}-[\da-f\-]{36}$/v)},
			{type: 'job-created', jobId: 'k3v9q2m7xa'},
			{type: 'job-status', jobId: 'k3v9q2m7xa', status: 'running'},
			{type: 'job-status', jobId: 'k3v9q2m7xa', status: 'done'},
			{
				type: 'transcript',
				words: [{text: 'Hello', type: 'word', startSeconds: 0, endSeconds: 0.5, confidence: 1}],
				wordDelimiter: ' ',
				serverMs: 1500,
				document: transcript.body,
			},
		]);
		expect(events.filter(({type}) => type === 'uploading').at(-1)).toEqual({
			type: 'uploading',
			sentBytes: 1000,
			totalBytes: 1000,
		});
	});

	it('uploads one form of known length, with the settings before the file', async () => {
		await using service = await startService({});
		const {events} = await transcribe(service.url, recordingOf(200_000));
		const [{headers, body, path} = {} as ReceivedRequest] = service.requests;
		expect(path).toBe('/v2/jobs');
		expect(headers.authorization).toBe('Bearer key-of-thirty-characters-3f9c');
		expect(headers['content-length']).toBe(String(body.byteLength));
		expect(headers['transfer-encoding']).toBeUndefined();

		const form = await new Response(new Uint8Array(body), {
			headers: {'content-type': String(headers['content-type'])},
		}).formData();
		expect([...form.keys()]).toEqual(['config', 'data_file']);
		expect(JSON.parse(String(form.get('config')))).toEqual({
			type: 'transcription',
			transcription_config: {
				language: 'en',
				operating_point: 'enhanced',
				diarization: 'none',
				enable_entities: false,
			},
			tracking: {reference: events[0]?.type === 'submitting' && events[0].reference},
		});
		const file = form.get('data_file') as File;
		expect(file.name).toBe('a "b".wav');
		expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.alloc(200_000, 65))).toBe(true);
	});

	it('keeps the path of the address, and never puts the key into one', async () => {
		await using service = await startService({});
		await transcribe(`${service.url}/proxy/speech`);
		expect(service.requests.map(({path}) => path)).toEqual([
			'/proxy/speech/v2/jobs',
			'/proxy/speech/v2/jobs/k3v9q2m7xa',
			'/proxy/speech/v2/jobs/k3v9q2m7xa/transcript',
		]);
		expect(service.requests.some(({query}) => query.toString().includes('3f9c'))).toBe(false);
	});

	it('asks for a job by its whole id, whatever characters the id holds', async () => {
		await using service = await startService({create: [{status: 201, body: {id: 'a/b?c=#d'}}]});
		const {types} = await transcribe(service.url);
		expect(types.at(-1)).toBe('transcript');
		expect(service.requests.slice(1).map(({path}) => path)).toEqual([
			'/v2/jobs/a%2Fb%3Fc%3D%23d',
			'/v2/jobs/a%2Fb%3Fc%3D%23d/transcript',
		]);
	});

	it('lets the service fetch a URL by itself', async () => {
		await using service = await startService({});
		await transcribe(service.url, {type: 'url', name: 'a.mp3', url: 'https://example.com/a.mp3'});
		const [{headers, body} = {} as ReceivedRequest] = service.requests;
		const form = await new Response(new Uint8Array(body), {
			headers: {'content-type': String(headers['content-type'])},
		}).formData();
		expect(JSON.parse(String(form.get('config')))).toMatchObject({
			type: 'transcription',
			fetch_data: {url: 'https://example.com/a.mp3'},
			transcription_config: {language: 'en'},
		});
	});
});

describe('following a job', () => {
	it('asks once where the server holds its answer until the end', async () => {
		const ended = Promise.withResolvers<ScriptedAnswer>();
		await using service = await startService({look: [() => ended.promise]});
		const {types} = await transcribe(service.url, undefined, {
			onEvent({type}) {
				if (type === 'job-status') {
					ended.resolve(done);
				}
			},
		});
		expect(types.at(-1)).toBe('transcript');
		expect(service.calls()).toEqual(['create', 'look', 'transcript']);
		expect(service.requests[1]?.query.get('wait')).toBe('60');
	});

	it('looks again and again where the server does not hold it', async () => {
		await using service = await startService({look: [running, running, running, done]});
		const {types} = await transcribe(service.url);
		expect(types.at(-1)).toBe('transcript');
		expect(service.calls().filter(call => call === 'look')).toHaveLength(4);
	});

	it('goes on through statuses that it does not know', async () => {
		await using service = await startService({look: [{body: {job: {status: 'transcribing'}}}, done]});
		expect((await transcribe(service.url)).types.at(-1)).toBe('transcript');
	});

	it.each([
		[{status: 'rejected', errors: [{timestamp: 't', message: 'invalid audio'}]}, 'invalid audio'],
		[{status: 'rejected'}, 'no reason'],
		[{status: 'rejected', errors: null}, 'no reason'],
		[{status: 'deleted'}, 'deleted'],
		[{status: 'expired'}, '7 days'],
	])('ends with %j', async (job, words) => {
		await using service = await startService({look: [{body: {job}}]});
		const {problem, events} = await transcribe(service.url);
		expect(problem?.kind).toBe('rejected');
		expect(problem?.message).toContain(words);
		expect(events.at(-1)).toEqual({type: 'job-status', jobId: 'k3v9q2m7xa', status: job.status});
	});
});

describe('what is tried again', () => {
	it.each([
		['429 as a page', {status: 429, body: '<html>Rate Limited</html>'}],
		['429 as JSON', {status: 429, body: {code: 429, error: 'Max concurrent running jobs exceeded'}}],
		['503', {status: 503, body: {detail: 'Server busy'}}],
	])('a job that was certainly refused with %s', async (_name, refusal) => {
		await using service = await startService({create: [refusal, created]});
		const {types} = await transcribe(service.url);
		expect(types.filter(type => type !== 'uploading')).toEqual([
			'submitting',
			'retrying',
			'job-created',
			'job-status',
			'job-status',
			'transcript',
		]);
		expect(service.calls()).toEqual(['create', 'create', 'look', 'transcript']);
	});

	it('an upload that broke half-way, as half a file makes no job', async () => {
		let isBroken = false;
		await using service = await startService(
			{
				create: [
					() => {
						isBroken = true;
						return 'reset';
					},
					created,
				],
			},
			{answerEarly: true},
		);
		const {types} = await transcribe(service.url, recordingOf(50_000_000));
		expect(isBroken).toBe(true);
		expect(types).toContain('retrying');
		expect(types.at(-1)).toBe('transcript');
	});

	it('a look and a transcript that fail on the way, without a second job', async () => {
		await using service = await startService({
			look: ['reset', {status: 502, body: '<html></html>'}, done],
			transcript: ['reset', transcript],
		});
		const {types} = await transcribe(service.url);
		expect(types.filter(type => type === 'retrying')).toHaveLength(3);
		expect(service.calls().filter(call => call === 'create')).toHaveLength(1);
	});

	it('a transcript that is not there yet, just after the job was done', async () => {
		const notYet = {status: 404, body: {code: 404, error: 'Job not found'}};
		await using service = await startService({transcript: [notYet, notYet, transcript]});
		const {types} = await transcribe(service.url);
		expect(types.filter(type => type === 'retrying')).toHaveLength(2);
		expect(types.at(-1)).toBe('transcript');
	});

	it('a look that is answered with no job, once', async () => {
		await using service = await startService({look: [{body: {}}, done]});
		expect((await transcribe(service.url)).types.at(-1)).toBe('transcript');
	});

	it('after the wait that the server asks for', async () => {
		await using service = await startService({
			look: [{status: 429, body: '', headers: {'retry-after': '0'}}, done],
		});
		const {events} = await transcribe(service.url);
		expect(events.find(({type}) => type === 'retrying')).toMatchObject({waitMs: 0, attempt: 2});
	});
});

describe('what is not tried again', () => {
	it('a refused key, even when it is refused before the file was read', async () => {
		await using service = await startService({create: [page401]}, {answerEarly: true});
		const {problem} = await transcribe(service.url, recordingOf(20_000_000));
		expect(problem).toMatchObject({
			kind: 'not-authorised',
			message: expect.stringContaining('ending in 3f9c'),
		});
		expect(service.calls()).toEqual(['create']);
	});

	it('a file of a gigabyte: nothing is sent, and there is advice', async () => {
		await using service = await startService({});
		const {problem, events} = await transcribe(service.url, {
			...recordingOf(1),
			byteCount: 1_000_000_000,
		} as Recording);
		expect(problem).toMatchObject({kind: 'bad-input', nextStep: expect.stringContaining('FLAC')});
		expect(events).toEqual([]); // Not even that something is submitted.
		expect(service.requests).toEqual([]);
	});

	it('a file that shrank while it was uploaded', async () => {
		await using service = await startService({});
		const {problem} = await transcribe(service.url, {...recordingOf(1000), byteCount: 2000} as Recording);
		expect(problem?.kind).toBe('bad-input');
	});

	it('a file that fails while it is read', async () => {
		await using service = await startService({});
		const {problem} = await transcribe(service.url, {
			type: 'bytes',
			name: 'a.wav',
			byteCount: 2000,
			async *open() {
				yield new Uint8Array(1000);
				throw new Error('EIO: i/o error, read');
			},
		});
		expect(problem).toMatchObject({kind: 'bad-input', message: expect.stringContaining('a.wav')});
		expect(service.calls()).toEqual([]);
	});
});

describe('what is tried 4 times and no more', () => {
	const page = {status: 200, body: '<html>Welcome</html>'};

	it('the list, where a page comes instead of JSON, and so the creation is not tried again', async () => {
		await using service = await startService({create: [page], list: [page]});
		const {problem} = await transcribe(service.url);
		expect(problem).toMatchObject({kind: 'server', message: expect.stringContaining('not JSON')});
		expect(service.calls()).toEqual(['create', 'list', 'list', 'list', 'list']);
	});

	it.each([{}, '[]', {id: 7}, 'null'])('a job that is created with %j for an answer', async body => {
		await using service = await startService({create: [{status: 201, body}]});
		expect((await transcribe(service.url)).problem).toMatchObject({
			kind: 'server',
			message: expect.stringContaining('answered with something that is not a job.'),
		});
		const asked = ['create', 'list', 'list']; // Never again before it is known that there is none.
		expect(service.calls()).toEqual([...asked, ...asked, ...asked, 'create']);
	});

	it.each([{}, '[]', {job: {}}, {job: {id: 'k3v9q2m7xa', status: 5}}, 'null'])(
		'a look that is answered with %j',
		async body => {
			await using service = await startService({look: [{body}]});
			const {problem, types} = await transcribe(service.url);
			expect(problem).toMatchObject({
				kind: 'server',
				message: expect.stringContaining('answered with something that is not a job.'),
			});
			expect(service.calls().filter(call => call === 'look')).toHaveLength(4);
			expect(types.filter(type => type === 'retrying')).toHaveLength(3);
		},
	);

	it.each([{}, '[]', {results: null}, 'null'])('a transcript that is answered with %j', async body => {
		await using service = await startService({transcript: [{body}]});
		const {problem, types} = await transcribe(service.url);
		expect(problem).toMatchObject({
			kind: 'server',
			message: expect.stringContaining('answered with something that is not a transcript.'),
		});
		expect(types).not.toContain('transcript');
		expect(service.calls().filter(call => call === 'transcript')).toHaveLength(4);
	});

	it('a transcript that is not found', async () => {
		await using service = await startService({transcript: [{status: 404, body: {code: 404}}]});
		expect((await transcribe(service.url)).problem?.kind).toBe('rejected');
		expect(service.calls().filter(call => call === 'transcript')).toHaveLength(4);
	});
});

describe('the key', () => {
	const apiKey = 'key-of-thirty-characters-3f9c';

	it('is not repeated where a server echoes it', async () => {
		const body = {code: 401, error: `Unknown key ${apiKey}`};
		await using service = await startService({create: [{status: 401, body}]});
		const {problem} = await transcribe(service.url);
		expect(problem?.message).toContain('Unknown key …3f9c');
		expect(JSON.stringify(problem)).not.toContain(apiKey);
	});

	it('is not repeated where a server echoes it and it is tried again', async () => {
		const body = {code: 503, error: `Busy with ${apiKey}`};
		await using service = await startService({look: [{status: 503, body}, done]});
		const {events} = await transcribe(service.url);
		expect(events.find(({type}) => type === 'retrying')).toMatchObject({
			problem: {message: expect.stringContaining('Busy with …3f9c')},
		});
		expect(JSON.stringify(events)).not.toContain(apiKey);
	});

	it('is not shown in part where a long echo is cut within it', async () => {
		const body = {code: 401, error: `${'x'.repeat(280)}${apiKey}`};
		await using service = await startService({create: [{status: 401, body}]});
		expect((await transcribe(service.url)).problem?.message).not.toContain('key-of');
	});

	it('is not repeated where it cannot stand in a header, which fetch quotes', async () => {
		await using service = await startService({});
		const {problem} = await transcribe(service.url, undefined, {apiKey: 'key-of-two\nlines-with-3f9c \n'});
		expect(problem?.message).toContain('"Bearer …3f9c"');
		expect(problem?.message).not.toContain('lines-with');
	});
});

describe('an address that redirects', () => {
	it('is said to do so, and is not followed', async () => {
		const redirect = {status: 302, body: '', headers: {location: 'https://example.com/v2/jobs'}};
		await using service = await startService({create: [redirect]});
		const {problem} = await transcribe(service.url);
		expect(problem?.message).toBe(
			`${new URL(service.url).host} redirects to another address, which Duet does not follow.`,
		);
		expect(service.calls()).toEqual(['create']);
	});
});

describe('an address where nothing answers', () => {
	it('is tried a few times and then named', async () => {
		const service = await startService({});
		await service[Symbol.asyncDispose]();
		const {problem, types} = await transcribe(service.url);
		expect(types.filter(type => type === 'retrying')).toHaveLength(3);
		expect(problem).toMatchObject({
			kind: 'network',
			message: `Nothing answers at ${new URL(service.url).host}.`,
		});
	});
});

describe('an aborted signal', () => {
	it.each(['uploading', 'job-created', 'job-status'] as const)(
		'ends it without an error at %s',
		async type => {
			const never = () => new Promise<ScriptedAnswer>(() => {});
			await using service = await startService(type === 'uploading' ? {create: [never]} : {look: [never]});
			const abort = new AbortController();
			const {problem, types} = await transcribe(service.url, undefined, {
				signal: abort.signal,
				onEvent(event) {
					if (event.type === type) {
						abort.abort();
					}
				},
			});
			expect(problem).toBeUndefined();
			expect(types).not.toContain('transcript');
		},
	);

	it('leaves it known that the upload was complete', async () => {
		const abort = new AbortController();
		await using service = await startService({
			create: [
				() => {
					abort.abort();
					return 'silence';
				},
			],
		});
		const {events} = await transcribe(service.url, undefined, {signal: abort.signal});
		expect(events.at(-1)).toEqual({type: 'uploading', sentBytes: 1000, totalBytes: 1000});
	});

	it('ends a wait between two tries', async () => {
		await using service = await startService({
			look: [{status: 503, body: '', headers: {'retry-after': '3600'}}],
		});
		const abort = new AbortController();
		const {problem} = await transcribe(service.url, undefined, {
			signal: abort.signal,
			onEvent({type}) {
				if (type === 'retrying') {
					setImmediate(() => abort.abort());
				}
			},
		});
		expect(problem).toBeUndefined();
	});
});

describe('progress', () => {
	it('is told in bytes while a slow service reads, and at the end', async () => {
		const taken = Promise.withResolvers<void>();
		let opened = 0;
		const recording: Recording = {
			type: 'bytes',
			name: 'a.wav',
			byteCount: 3000,
			async *open() {
				opened += 1;
				yield new Uint8Array(1000);
				await taken.promise;
				yield new Uint8Array(2000);
			},
		};
		await using service = await startService({});
		const {events} = await transcribe(service.url, recording, {
			onEvent(event) {
				if (event.type === 'uploading' && event.sentBytes === 1000) {
					taken.resolve();
				}
			},
		});
		const sent = events.flatMap(event => (event.type === 'uploading' ? [event.sentBytes] : []));
		expect(sent).toContain(1000);
		expect(sent.at(-1)).toBe(3000);
		expect(sent).toEqual(sent.toSorted((a, b) => a - b));
		expect(opened).toBe(1);
	});
});

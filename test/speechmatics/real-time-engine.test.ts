import {describe, expect, it} from 'vitest';
import type {AudioSource} from '../../source/core/audio-source.js';
import {ProblemError} from '../../source/core/problem.js';
import type {RealTimeEvent} from '../../source/core/transcript-event.js';
import {createRealTimeEngine} from '../../source/speechmatics/real-time-engine.js';
import type {RunLimits} from '../../source/speechmatics/run-limits.js';
import {collect} from '../helpers/collect.js';
import {startScriptedHttpServer} from '../helpers/scripted-http-server.js';
import {type ScriptedSession, startScriptedSocketServer} from '../helpers/scripted-socket-server.js';
import {silentAudio} from '../helpers/silent-audio.js';
import {plainOptions} from '../helpers/transcription-options.js';

const clock = {nowMs: () => performance.now()};
const final = (text: string, startSeconds: number, endSeconds: number) => ({
	message: 'AddTranscript',
	metadata: {start_time: startSeconds, end_time: endSeconds, transcript: `${text} `},
	results: [
		{
			type: 'word',
			start_time: startSeconds,
			end_time: endSeconds,
			alternatives: [{content: text, confidence: 1}],
		},
	],
});

/**
Answers the start of a session.
*/
const begin = async (session: ScriptedSession): Promise<void> => {
	await session.next();
	session.send({message: 'RecognitionStarted', id: 'session-1', language_pack_info: {word_delimiter: ' '}});
};

/**
Acknowledges audio until something else comes, which is returned.
*/
const acknowledge = async (session: ScriptedSession) => {
	for (let sequenceNumber = 1; ; sequenceNumber += 1) {
		const frame = await session.next();
		if (frame.message !== 'AddAudio') {
			return frame;
		}

		session.send({message: 'AudioAdded', seq_no: sequenceNumber});
	}
};

/**
A run of one session: how a lost one is replaced is told elsewhere.
*/
const noPatience = {firstTries: 1, outageMs: -1};

const transcribe = async (
	realTimeUrl: string,
	{
		audio = silentAudio(3),
		limits = {},
		signal = new AbortController().signal,
		options = plainOptions,
		onEvent = () => {},
	}: {
		audio?: AudioSource;
		limits?: Partial<RunLimits>;
		signal?: AbortSignal;
		options?: typeof plainOptions;
		onEvent?: (event: RealTimeEvent) => void;
	} = {},
) => {
	const engine = createRealTimeEngine({
		apiKey: 'key-of-thirty-characters-3f9c',
		realTimeUrl,
		managementUrl: realTimeUrl.replace('ws:', 'http:').replace(/v2$/, 'v1'),
		clock,
		limits: {...noPatience, ...limits},
	});
	const {items, error} = await collect(engine.transcribe(audio, options, signal), onEvent);
	return {
		events: items,
		types: items.map(({type}) => type),
		problem: (error as ProblemError | undefined)?.problem,
	};
};

describe('a session that goes well', () => {
	it('connects, starts, streams, is acknowledged and keeps the tail', async () => {
		await using server = await startScriptedSocketServer(async session => {
			await begin(session);
			session.send({message: 'Info', type: 'recognition_quality', reason: 'r', quality: 'broadcast'});
			const frame = await acknowledge(session);
			expect(frame).toEqual({message: 'EndOfStream', last_seq_no: 3});
			session.send(final('tail', 0.1, 0.3));
			session.send({message: 'EndOfTranscript'});
		});
		const {events, types, problem} = await transcribe(server.url);
		await server.left;
		expect(problem).toBeUndefined();
		expect(types.filter(type => type !== 'audio-acknowledged')).toEqual([
			'connected',
			'started',
			'audio-sent',
			'audio-sent',
			'audio-sent',
			'audio-ended',
			'final',
		]);
		expect(events[1]).toEqual({type: 'started', sessionId: 'session-1', wordDelimiter: ' '});
		expect(events.find(({type}) => type === 'audio-sent')).toEqual({
			type: 'audio-sent',
			startSeconds: 0,
			endSeconds: 0.1,
			byteCount: 3200,
			capturedMs: 100,
		});
		expect(events.filter(({type}) => type === 'audio-acknowledged')).toEqual(
			[0.1, 0.2, 0.3].map(endSeconds => ({type: 'audio-acknowledged', endSeconds})),
		);
	});

	it('announces the end of the audio only after it was acknowledged', async () => {
		await using server = await startScriptedSocketServer(async session => {
			await begin(session);
			await session.next();
			await session.next();
			await session.next();
			session.send({message: 'AudioAdded', seq_no: 2});
			session.send({message: 'AudioAdded', seq_no: 3});
			expect(await session.next()).toEqual({message: 'EndOfStream', last_seq_no: 3});
			session.send({message: 'EndOfTranscript'});
		});
		expect((await transcribe(server.url)).problem).toBeUndefined();
	});

	it('announces it all the same where acknowledgements stay away', async () => {
		await using server = await startScriptedSocketServer(async session => {
			await begin(session);
			for (let frame = await session.next(); frame.message !== 'EndOfStream'; ) {
				frame = await session.next();
			}

			session.send(final('tail', 0.1, 0.3));
			session.send({message: 'EndOfTranscript'});
		});
		const {types, problem} = await transcribe(server.url, {limits: {drainMs: 20}});
		expect(problem).toBeUndefined();
		expect(types.at(-1)).toBe('final');
	});

	it('waits for a late end as long as anything comes', async () => {
		await using server = await startScriptedSocketServer(async session => {
			await begin(session);
			await acknowledge(session);
			for (let index = 0; index < 12; index += 1) {
				await new Promise(resolve => {
					setTimeout(resolve, 50);
				});
				session.send(final(`word${index}`, index, index + 1));
			}

			session.send({message: 'EndOfTranscript'});
		});
		const {types, problem} = await transcribe(server.url, {limits: {endMs: 500}});
		expect(problem).toBeUndefined();
		expect(types.filter(type => type === 'final')).toHaveLength(12);
	});

	it('ends early, and without an error, when the service says that it has ended', async () => {
		await using server = await startScriptedSocketServer(async session => {
			await begin(session);
			await session.next();
			session.send({message: 'Warning', type: 'duration_limit_exceeded', reason: 'Too long'});
			session.send({message: 'EndOfTranscript'});
			session.socket.close();
		});
		const {types, problem} = await transcribe(server.url, {audio: silentAudio(1, new Promise(() => {}))});
		expect(problem).toBeUndefined();
		expect(types).toContain('warned');
	});

	it('warns about channels, which real-time does not tell apart', async () => {
		await using server = await startScriptedSocketServer(async session => {
			const start = await session.next();
			expect(start['transcription_config']).toMatchObject({diarization: 'none', model: 'enhanced'});
			session.send({message: 'RecognitionStarted'});
			await acknowledge(session);
			session.send({message: 'EndOfTranscript'});
		});
		const {types, problem} = await transcribe(server.url, {
			options: {...plainOptions, diarization: 'channel'},
		});
		expect(problem).toBeUndefined();
		expect(types[0]).toBe('warned');
	});

	it('never puts the key into the address', async () => {
		const urls: string[] = [];
		await using server = await startScriptedSocketServer(async session => {
			urls.push(session.url);
			await begin(session);
			await acknowledge(session);
			session.send({message: 'EndOfTranscript'});
		});
		await transcribe(server.url);
		expect(urls).toEqual([expect.stringContaining('jwt=none')]);
		expect(urls[0]).not.toContain('3f9c');
	});
});

describe('back-pressure', () => {
	it('asks for no more audio while too much is unacknowledged, and loses none', async () => {
		let most = 0;
		let waiting = 0;
		await using server = await startScriptedSocketServer(async session => {
			await begin(session);
			for (let sequenceNumber = 1; ; sequenceNumber += 1) {
				const frame = await session.next();
				if (frame.message !== 'AddAudio') {
					break;
				}

				setTimeout(() => session.send({message: 'AudioAdded', seq_no: sequenceNumber}), 5);
			}

			session.send({message: 'EndOfTranscript'});
		});
		const {types, problem} = await transcribe(server.url, {
			audio: silentAudio(40),
			limits: {unacknowledgedChunks: 4},
			onEvent({type}) {
				waiting += type === 'audio-sent' ? 1 : type === 'audio-acknowledged' ? -1 : 0;
				most = Math.max(most, waiting);
			},
		});
		expect(problem).toBeUndefined();
		expect(types.filter(type => type === 'audio-sent')).toHaveLength(40);
		expect(most).toBe(4);
	});

	it('gives up when acknowledgements stop, and keeps what was received', async () => {
		await using server = await startScriptedSocketServer(async session => {
			await begin(session);
			await session.next();
			session.send({message: 'AudioAdded', seq_no: 1});
			session.send(final('kept', 0, 0.1));
		});
		const {types, problem} = await transcribe(server.url, {
			audio: silentAudio(9),
			limits: {unacknowledgedChunks: 4, acknowledgeMs: 50},
		});
		expect(problem).toMatchObject({kind: 'timeout', isTransient: true});
		expect(types).toContain('final');
	});

	it('does not mind a microphone that says nothing for long', async () => {
		const speaks = Promise.withResolvers<void>();
		await using server = await startScriptedSocketServer(async session => {
			await begin(session);
			await acknowledge(session);
			session.send({message: 'EndOfTranscript'});
		});
		setTimeout(speaks.resolve, 450);
		const {problem} = await transcribe(server.url, {
			audio: silentAudio(2, speaks.promise),
			limits: {acknowledgeMs: 200},
		});
		expect(problem).toBeUndefined();
	});
});

describe('a session that does not start', () => {
	it.each([
		[401, 'not-authorised', 'ending in 3f9c'],
		[404, 'rejected', '404'],
		[429, 'quota', '429'],
		[503, 'server', '503'],
	])('because the upgrade is answered with %i', async (status, kind, words) => {
		await using server = await startScriptedSocketServer(
			async () => {},
			(_request, socket) => {
				socket.end(`HTTP/1.1 ${status} Refused\r\ncontent-type: text/html\r\ncontent-length: 4\r\n\r\n<a/>`);
			},
		);
		expect((await transcribe(server.url)).problem).toMatchObject({
			kind,
			message: expect.stringContaining(words),
		});
	});

	it('because the upgrade is never answered', async () => {
		await using server = await startScriptedSocketServer(
			async () => {},
			() => {},
		);
		const {problem} = await transcribe(server.url, {limits: {startMs: 50}});
		expect(problem?.kind).toBe('timeout');
	});

	it('because the session is never started', async () => {
		await using server = await startScriptedSocketServer(async session => {
			await session.next();
			session.send({message: 'Info', type: 'concurrent_session_usage', reason: 'r', usage: 1, quota: 2});
		});
		const {problem, types} = await transcribe(server.url, {limits: {startMs: 300}});
		expect(types).toEqual(['connected']);
		expect(problem?.kind).toBe('timeout');
		await server.left;
	});

	it('because of an Error, whose reason is told', async () => {
		await using server = await startScriptedSocketServer(async session => {
			await session.next();
			session.send({message: 'Error', type: 'quota_exceeded', reason: 'Concurrent Quota Exceeded'});
			session.socket.close(4005, 'quota_exceeded');
		});
		expect((await transcribe(server.url)).problem).toMatchObject({
			kind: 'quota',
			message: expect.stringContaining('Concurrent Quota Exceeded'),
		});
	});

	it.each([
		[4005, 'quota_exceeded', 'quota'],
		[4001, 'not_authorised', 'not-authorised'],
		[4013, 'job_error', 'server'],
	])('because it is closed with %i and nothing else', async (code, reason, kind) => {
		await using server = await startScriptedSocketServer(async session => {
			await session.next();
			session.socket.close(code, reason);
		});
		const {problem} = await transcribe(server.url);
		expect(problem?.kind).toBe(kind);
		expect(problem?.message).toContain(String(code));
	});

	it('because of an Error that has no type, without a word about that', async () => {
		await using server = await startScriptedSocketServer(async session => {
			await session.next();
			session.send({message: 'Error', reason: 'Out of order'});
		});
		expect((await transcribe(server.url)).problem?.message).toMatch(/: Out of order\.$/);
	});

	it('because the address redirects', async () => {
		await using server = await startScriptedSocketServer(
			async () => {},
			(_request, socket) => {
				socket.end('HTTP/1.1 302 Found\r\nlocation: https://example.com/\r\ncontent-length: 0\r\n\r\n');
			},
		);
		expect((await transcribe(server.url)).problem?.message).toContain('redirects to another address');
	});

	it('because nothing answers', async () => {
		const server = await startScriptedSocketServer(async () => {});
		await server[Symbol.asyncDispose]();
		expect((await transcribe(server.url)).problem).toMatchObject({
			kind: 'network',
			message: `Nothing answers at ${new URL(server.url).host}.`,
		});
	});

	it('because the language cannot be left open', async () => {
		const {problem} = await transcribe('ws://127.0.0.1:1/v2', {options: {...plainOptions, language: 'auto'}});
		expect(problem?.kind).toBe('bad-input');
	});
});

describe('a session that breaks', () => {
	const broken = async (harm: (session: ScriptedSession) => void) => {
		await using server = await startScriptedSocketServer(async session => {
			await begin(session);
			await session.next();
			session.send(final('kept', 0, 0.1));
			harm(session);
		});
		const {problem, events} = await transcribe(server.url, {audio: silentAudio(1, new Promise(() => {}))});
		expect(events.at(-1)).toMatchObject({type: 'final', words: [{text: 'kept'}]});
		return problem;
	};

	it('by a lost connection', async () => {
		expect(await broken(({socket}) => socket.terminate())).toMatchObject({
			kind: 'network',
			isTransient: true,
		});
	});

	it('by a frame that is not JSON', async () => {
		expect(await broken(({socket}) => socket.send('<html>'))).toMatchObject({
			kind: 'server',
			message: expect.stringContaining('not JSON'),
		});
	});

	it('by a frame that breaks the WebSocket protocol', async () => {
		const problem = await broken(({socket}) => {
			(socket as unknown as {_socket: {write(bytes: Buffer): void}})._socket.write(Buffer.from([0xff, 0xff]));
		});
		expect(problem?.kind).toBe('server');
	});

	it('by an end of the transcript while there is audio left', async () => {
		expect(await broken(session => session.send({message: 'EndOfTranscript'}))).toMatchObject({
			kind: 'server',
			message: expect.stringContaining('ended the transcript before the audio was over'),
		});
	});

	it('by a close before the transcript is complete', async () => {
		expect((await broken(({socket}) => socket.close(1000)))?.message).toContain('ended the session early');
	});

	it('by an engine that failed', async () => {
		expect(
			await broken(session => session.send({message: 'Error', type: 'job_error', reason: 'x'})),
		).toMatchObject({
			kind: 'server',
			isTransient: true,
		});
	});

	it('by audio that cannot be read', async () => {
		await using server = await startScriptedSocketServer(begin);
		const audio: AudioSource = {
			title: 'broken',
			pace: 1,
			// biome-ignore lint/correctness/useYield: It fails before the first chunk.
			async *chunks() {
				throw new ProblemError({kind: 'bad-input', message: 'unplugged', nextStep: 'Plug it in.'});
			},
		};
		expect((await transcribe(server.url, {audio})).problem?.message).toContain('unplugged');
	});

	it('by an end that never comes', async () => {
		await using server = await startScriptedSocketServer(async session => {
			await begin(session);
			await acknowledge(session);
		});
		const {problem, types} = await transcribe(server.url, {limits: {endMs: 50}});
		expect(problem?.kind).toBe('timeout');
		expect(types.at(-1)).toBe('audio-acknowledged');
	});
});

describe('odd frames that break nothing', () => {
	it.each([
		'{}',
		'null',
		'[]',
		'42',
		'{"message": 5}',
		'{"message": "InventedTomorrow"}',
		'{"message": "EndOfUtterance"}',
		'{"message": "AddTranscript", "results": [{"type": "word", "alternatives": [{"content": 5}]}]}',
	])('%s is passed over, and nothing is written on the screen', async text => {
		const written: unknown[] = [];
		const {warn} = console;
		console.warn = (...words) => written.push(words);
		try {
			await using server = await startScriptedSocketServer(async session => {
				await begin(session);
				session.socket.send(text);
				await acknowledge(session);
				session.send({message: 'EndOfTranscript'});
			});
			expect((await transcribe(server.url)).problem).toBeUndefined();
		} finally {
			console.warn = warn;
		}

		expect(written).toEqual([]);
	});
});

describe('the key and the token', () => {
	const apiKey = 'key-of-thirty-characters-3f9c';
	const token = 'token-of-the-session-77ab';

	it('are not repeated where a server echoes them', async () => {
		await using mint = await startScriptedHttpServer(() => ({status: 201, body: {key_value: token}}));
		await using server = await startScriptedSocketServer(async session => {
			await begin(session);
			session.send({message: 'Warning', type: 'novel', reason: `${token} expires soon`});
			session.send({message: 'Error', type: 'not_authorised', reason: `${apiKey} made ${token}`});
		});
		const engine = createRealTimeEngine({
			apiKey,
			realTimeUrl: server.url,
			managementUrl: `${mint.url}/v1`,
			clock,
		});
		const {items, error} = await collect(
			engine.transcribe(silentAudio(3), plainOptions, new AbortController().signal),
		);
		expect(items).toContainEqual({type: 'warned', message: '…77ab expires soon'});
		expect((error as ProblemError).problem.message).toContain('…3f9c made …77ab');
	});

	it('hide nothing else where there is no token', async () => {
		await using server = await startScriptedSocketServer(async session => {
			await begin(session);
			session.send({message: 'Error', type: 'not_allowed', reason: 'There is none'});
		});
		expect((await transcribe(server.url)).problem?.message).toContain('There is none');
	});
});

describe('an aborted signal', () => {
	it.each(['connected', 'started', 'audio-sent', 'audio-ended'] as const)(
		'ends a session without an error at %s, and closes it',
		async type => {
			await using server = await startScriptedSocketServer(async session => {
				await (type === 'connected' ? session.next() : begin(session));
			});
			const abort = new AbortController();
			const {problem} = await transcribe(server.url, {
				signal: abort.signal,
				onEvent(event) {
					if (event.type === type) {
						abort.abort();
					}
				},
			});
			expect(problem).toBeUndefined();
			await server.left;
			expect(server.received).not.toContain('EndOfStream');
		},
	);

	it('ends one that waits for the upgrade', async () => {
		const asked = Promise.withResolvers<void>();
		await using server = await startScriptedSocketServer(
			async () => {},
			() => asked.resolve(),
		);
		const abort = new AbortController();
		const run = transcribe(server.url, {signal: abort.signal});
		await asked.promise;
		abort.abort();
		expect(await run).toMatchObject({events: [], problem: undefined});
	});

	it('opens nothing where it was aborted before', async () => {
		await using server = await startScriptedSocketServer(async () => {});
		expect(await transcribe(server.url, {signal: AbortSignal.abort()})).toMatchObject({events: []});
		expect(server.received).toEqual([]);
	});
});

describe('a reader that leaves early', () => {
	it('closes the session', async () => {
		await using server = await startScriptedSocketServer(begin);
		const engine = createRealTimeEngine({
			realTimeUrl: server.url,
			managementUrl: 'http://127.0.0.1:1/v1',
			clock,
		});
		const audio = silentAudio(1, new Promise(() => {}));
		for await (const {type} of engine.transcribe(audio, plainOptions, new AbortController().signal)) {
			if (type === 'started') {
				break;
			}
		}

		await server.left;
	});
});

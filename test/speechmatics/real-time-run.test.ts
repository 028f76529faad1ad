import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import {describe, expect, it} from 'vitest';
import type {AudioSource} from '../../source/core/audio-source.js';
import type {ProblemError} from '../../source/core/problem.js';
import {initialRealTimeState, type RealTimeState} from '../../source/core/real-time-state.js';
import {reduceRealTime} from '../../source/core/reduce-real-time.js';
import type {RealTimeEvent} from '../../source/core/transcript-event.js';
import {transcriptText} from '../../source/core/transcript-text.js';
import {createRealTimeEngine} from '../../source/speechmatics/real-time-engine.js';
import type {RunLimits} from '../../source/speechmatics/run-limits.js';
import {collect} from '../helpers/collect.js';
import {chunkNumber, createManualAudio, type ManualAudio} from '../helpers/manual-audio.js';
import {startScriptedHttpServer} from '../helpers/scripted-http-server.js';
import {type ScriptedSession, startScriptedSocketServer} from '../helpers/scripted-socket-server.js';
import {plainOptions} from '../helpers/transcription-options.js';

const clock = {nowMs: () => performance.now()};
const quick: Partial<RunLimits> = {firstWaitMs: 2, longestWaitMs: 10, longestRetryAfterMs: 0};

type Script = (session: ScriptedSession, number: number) => Promise<void>;

/**
A server that is told which of a run's sessions it holds, the first one being 1.
*/
const startServer = async (
	converse: Script,
	refuse?: (request: IncomingMessage, socket: Duplex, number: number) => boolean,
) => {
	let count = 0;
	let upgradeCount = 0;
	const server = await startScriptedSocketServer(
		async session => {
			count += 1;
			await converse(session, count);
		},
		(request, socket) => {
			upgradeCount += 1;
			return refuse?.(request, socket, upgradeCount) ?? false;
		},
	);
	return Object.assign(server, {sessionCount: () => count, upgradeCount: () => upgradeCount});
};

const refuseWith = (socket: Duplex, status: number, headers = ''): true => {
	socket.end(`HTTP/1.1 ${status} Refused\r\n${headers}content-length: 0\r\n\r\n`);
	return true;
};

const begin = async (session: ScriptedSession): Promise<void> => {
	await session.next();
	session.send({message: 'RecognitionStarted', language_pack_info: {word_delimiter: ' '}});
};

/**
Acknowledges audio up to a chunk, or to the end.

@returns The numbers of the chunks that came.
*/
const hear = async (session: ScriptedSession, untilChunk = Number.POSITIVE_INFINITY) => {
	const chunks: number[] = [];
	for (;;) {
		const frame = await session.next();
		if (frame.message !== 'AddAudio') {
			return chunks;
		}

		chunks.push(chunkNumber(frame.bytes));
		session.send({message: 'AudioAdded', seq_no: chunks.length});
		if (chunks.at(-1) === untilChunk) {
			return chunks;
		}
	}
};

const say = (session: ScriptedSession, text: string, startSeconds: number, endSeconds: number): void => {
	session.send({
		message: 'AddTranscript',
		metadata: {start_time: startSeconds, end_time: endSeconds, transcript: `${text} `},
		results: [
			{type: 'word', start_time: startSeconds, end_time: endSeconds, alternatives: [{content: text}]},
		],
	});
};

const finish = async (session: ScriptedSession): Promise<void> => {
	await hear(session);
	session.send({message: 'EndOfTranscript'});
};

const run = async (
	url: string,
	audio: AudioSource,
	{
		limits = {},
		signal = new AbortController().signal,
		managementUrl = 'http://127.0.0.1:1/v1',
		onEvent = () => {},
	}: {
		limits?: Partial<RunLimits>;
		signal?: AbortSignal;
		managementUrl?: string;
		onEvent?: (event: RealTimeEvent) => void;
	} = {},
) => {
	let state: RealTimeState = initialRealTimeState;
	const engine = createRealTimeEngine({
		apiKey: 'key-of-thirty-characters-3f9c',
		realTimeUrl: url,
		managementUrl,
		clock,
		limits: {...quick, ...limits},
	});
	const {items, error} = await collect(engine.transcribe(audio, plainOptions, signal), event => {
		state = reduceRealTime(state, {event, receivedMs: clock.nowMs()});
		onEvent(event);
	});
	return {
		state,
		events: items,
		text: transcriptText(state.finals),
		problem: (error as ProblemError | undefined)?.problem,
		typed: <Type extends RealTimeEvent['type']>(type: Type) =>
			items.filter((event): event is Extract<RealTimeEvent, {type: Type}> => event.type === type),
	};
};

/**
Five seconds of audio, of which the first session makes the word at 3 s final before it is harmed.
*/
const lostSession = async (
	harm: (session: ScriptedSession, audio: ManualAudio) => void,
	limits: Partial<RunLimits> = {},
) => {
	const audio = createManualAudio();
	const heard: number[][] = [];
	await using server = await startServer(async (session, number) => {
		await begin(session);
		if (number === 1) {
			heard.push(await hear(session, 49));
			say(session, 'one', 2.5, 3);
			harm(session, audio);
			return;
		}

		heard.push(await hear(session));
		say(session, 'one', 1.5, 2);
		say(session, 'two', 2.6, 3);
		session.send({message: 'EndOfTranscript'});
	});
	audio.speak(50);
	const result = await run(server.url, audio.source, {
		limits,
		onEvent({type}) {
			if (type === 'retrying') {
				audio.speak(10);
				audio.end();
			}
		},
	});
	return {...result, heard, audio, server};
};

describe('a session that is lost', () => {
	it.each<[string, (session: ScriptedSession) => void]>([
		['without a close frame', ({socket}) => socket.terminate()],
		['with 1000 and no reason', ({socket}) => socket.close(1000)],
		['with 1001', ({socket}) => socket.close(1001)],
		['with 1011', ({socket}) => socket.close(1011, 'internal_error')],
		['with 4005', ({socket}) => socket.close(4005, 'quota_exceeded')],
		['with 4013', ({socket}) => socket.close(4013, 'job_error')],
		['with 1008', ({socket}) => socket.close(1008, 'policy_violation')],
		['by job_error', session => session.send({message: 'Error', type: 'job_error', reason: 'x'})],
		['by session_timeout', session => session.send({message: 'Error', type: 'session_timeout', reason: 'x'})],
		['by idle_timeout', session => session.send({message: 'Error', type: 'idle_timeout', reason: 'x'})],
		['by a frame that is not JSON', ({socket}) => socket.send('{"message": "Add')],
		['by an early end', session => session.send({message: 'EndOfTranscript'})],
	])('%s is replaced, and nothing is lost or doubled', async (_how, harm) => {
		const {problem, text, state, heard, audio, typed} = await lostSession(harm);
		expect(problem).toBeUndefined();
		expect(text).toBe('one two');
		expect(state.finals.at(-1)).toMatchObject({startSeconds: 3.6, endSeconds: 4, session: 2});
		expect(heard[0]).toEqual(Array.from({length: 50}, (_, index) => index));
		expect(heard[1]).toEqual(Array.from({length: 50}, (_, index) => index + 10)); // From 2 s before the end of "one".
		expect(audio.openCount()).toBe(1);
		expect(typed('session-resumed')).toEqual([{type: 'session-resumed', atSeconds: 3, sentAgainSeconds: 4}]);
		expect(typed('retrying')).toMatchObject([{attempt: 2}]);
	});

	it('is lost, too, when it does not acknowledge audio any more', async () => {
		const {problem, text, state} = await lostSession(
			({socket}, audio) => {
				socket.pause();
				audio.speak(1);
			},
			{acknowledgeMs: 100},
		);
		expect(problem).toBeUndefined();
		expect(text).toBe('one two');
		expect(state.resumptions).toMatchObject([{problem: {kind: 'timeout'}}]);
	});

	it('bills what is sent again, and counts neither its place nor its capture twice', async () => {
		const {state} = await lostSession(({socket}) => socket.terminate());
		expect(state.sentSeconds).toBe(6);
		expect(state.sentBytes / 32_000).toBe(10);
		expect(state.sentAgainBytes / 32_000).toBe(4);
		expect(state.captureTimes).toMatchObject([{endSeconds: 6, offsetMs: 0}]);
		expect(state.latenciesMs.final.length).toBe(2);
	});

	it('says how much audio is kept, while there is no session', async () => {
		const {typed, state} = await lostSession(({socket}) => socket.terminate());
		expect(typed('audio-kept')[0]).toEqual({type: 'audio-kept', endSeconds: 5, keptSeconds: 4});
		expect(typed('audio-kept').at(-1)).toEqual({type: 'audio-kept', endSeconds: 6, keptSeconds: 5});
		expect(state.retry).toBeUndefined();
		expect(state.resumptions).toMatchObject([
			{atSeconds: 3, sentAgainSeconds: 4, problem: {kind: 'network'}},
		]);
	});

	it.each([
		['not_allowed', 'rejected'],
		['invalid_config', 'bad-input'],
		['timelimit_exceeded', 'quota'],
		['protocol_error', 'server'],
	])('is not replaced after %s, which does not mend itself', async (type, kind) => {
		const audio = createManualAudio();
		await using server = await startServer(async session => {
			await begin(session);
			await session.next();
			say(session, 'kept', 0, 0.1);
			session.send({message: 'Error', type, reason: 'Because'});
		});
		audio.speak(1);
		const {problem, text} = await run(server.url, audio.source);
		expect(problem?.kind).toBe(kind);
		expect(text).toBe('kept');
		expect(server.sessionCount()).toBe(1);
	});

	it('is replaced when its end does not come, so that the last words are not lost', async () => {
		const audio = createManualAudio();
		await using server = await startServer(async (session, number) => {
			await begin(session);
			await hear(session);
			if (number === 2) {
				say(session, 'last', 0.1, 0.3);
				session.send({message: 'EndOfTranscript'});
			}
		});
		audio.speak(4);
		audio.end();
		const {text, problem} = await run(server.url, audio.source, {limits: {endMs: 100}});
		expect(problem).toBeUndefined();
		expect(text).toBe('last');
	});

	it('is not listened to any more', async () => {
		const audio = createManualAudio();
		const first = Promise.withResolvers<ScriptedSession>();
		await using server = await startServer(async (session, number) => {
			await begin(session);
			if (number === 1) {
				await session.next(); // Which it does not acknowledge,
				session.socket.pause(); // and it does not hear that it is given up.
				first.resolve(session);
				return;
			}

			say(await first.promise, 'late', 0, 0.1);
			await hear(session, 1);
			say(session, 'now', 0, 0.1);
			await finish(session);
		});
		audio.speak(1);
		const {text} = await run(server.url, audio.source, {
			limits: {acknowledgeMs: 100},
			onEvent({type}) {
				if (type === 'session-resumed') {
					audio.speak(1);
					audio.end();
				}
			},
		});
		expect(text).toBe('now');
	});
});

describe('patience', () => {
	const refusing = async (status: number, limits: Partial<RunLimits> = {}) => {
		await using server = await startServer(
			async () => {},
			(_request, socket) => refuseWith(socket, status),
		);
		const {problem, typed} = await run(server.url, createManualAudio().source, {limits});
		return {problem, count: server.upgradeCount(), retries: typed('retrying').length};
	};

	it('is short before the first session: three attempts', async () => {
		expect(await refusing(503)).toMatchObject({problem: {kind: 'server'}, count: 3, retries: 2});
		expect(await refusing(429)).toMatchObject({problem: {kind: 'quota'}, count: 3, retries: 2});
	});

	it('is none for what does not mend itself', async () => {
		// Asked once more, as no token could be had for the first time.
		expect(await refusing(401)).toMatchObject({problem: {kind: 'not-authorised'}, count: 2, retries: 1});
		expect(await refusing(404)).toMatchObject({count: 1, retries: 0});
	});

	it('is long after a session was lost, through refusals and silence', async () => {
		const audio = createManualAudio();
		await using server = await startServer(
			async (session, number) => {
				await begin(session);
				if (number === 1) {
					await hear(session, 0);
					session.socket.terminate();
				} else {
					await hear(session);
					say(session, 'there', 0, 0.1);
					session.send({message: 'EndOfTranscript'});
				}
			},
			(_request, socket, number) => {
				if (number === 1 || number > 6) {
					return false;
				}

				const statuses = [503, 0, 302, 404, 421];
				const status = statuses[number - 2] ?? 500;
				return status === 0 || refuseWith(socket, status); // One is never answered.
			},
		);
		audio.speak(1);
		const {text, problem, typed} = await run(server.url, audio.source, {
			limits: {startMs: 100},
			onEvent({type}) {
				if (type === 'session-resumed') {
					audio.end();
				}
			},
		});
		expect(problem).toBeUndefined();
		expect(text).toBe('there');
		expect(typed('retrying').map(({attempt}) => attempt)).toEqual([2, 3, 4, 5, 6, 7]);
	});

	it('waits as long as a refusal asks for', async () => {
		await using server = await startServer(
			finish,
			(_request, socket, number) => number === 1 && refuseWith(socket, 429, 'retry-after: 30\r\n'),
		);
		const audio = createManualAudio();
		audio.end();
		const {typed} = await run(server.url, audio.source, {limits: {longestRetryAfterMs: 40}});
		expect(typed('retrying')[0]?.waitMs).toBeGreaterThanOrEqual(40);
		expect(typed('retrying')[0]?.problem.retryAfterMs).toBe(30_000);
	});

	it('ends with sessions that bear no fruit', async () => {
		const audio = createManualAudio();
		await using server = await startServer(async session => {
			await begin(session);
			await session.next();
			session.socket.terminate();
		});
		audio.speak(1);
		const {problem} = await run(server.url, audio.source, {limits: {fruitlessSessions: 3}});
		expect(problem?.kind).toBe('network');
		expect(server.sessionCount()).toBe(4);
	});
});

describe('the source', () => {
	it('is never held up where it is live: what is too much is dropped from the front, and that is said', async () => {
		const audio = createManualAudio();
		await using server = await startServer(
			async (session, number) => {
				await begin(session);
				if (number === 1) {
					await hear(session, 9);
					session.socket.terminate();
					return;
				}

				expect((await hear(session))[0]).toBe(20);
				say(session, 'late', 0.5, 0.7);
				session.send({message: 'EndOfTranscript'});
			},
			(_request, socket, number) => number === 2 && refuseWith(socket, 503),
		);
		audio.speak(10);
		const {state, typed, problem} = await run(server.url, audio.source, {
			limits: {keptSeconds: 3},
			onEvent(event) {
				if (event.type === 'retrying' && event.attempt === 2) {
					audio.speak(40);
					audio.end();
				}
			},
		});
		expect(problem).toBeUndefined();
		expect(audio.takenCount()).toBe(50);
		expect(typed('audio-dropped').length).toBeGreaterThan(0);
		expect(state.droppedSeconds).toBeCloseTo(2);
		expect(state.finals.at(-1)?.startSeconds).toBe(2.5);
	});

	it('has to wait where it can, and loses nothing', async () => {
		const audio = createManualAudio({isLive: false});
		await using server = await startServer(async (session, number) => {
			await begin(session);
			if (number === 1) {
				await hear(session, 9);
				session.socket.terminate();
			} else {
				expect(await hear(session)).toHaveLength(100);
				session.send({message: 'EndOfTranscript'});
			}
		});
		audio.speak(10);
		const {typed, problem} = await run(server.url, audio.source, {
			limits: {keptSeconds: 3},
			onEvent(event) {
				if (event.type === 'retrying') {
					audio.speak(90);
					audio.end();
				}
			},
		});
		expect(problem).toBeUndefined();
		expect(typed('audio-dropped')).toEqual([]);
	});

	it('may end while there is no session: the next one ends in good order', async () => {
		const {text, typed} = await lostSession(({socket}) => socket.terminate());
		expect(text).toBe('one two');
		expect(typed('audio-ended')).toHaveLength(1);
	});

	const brokenSource = ({source}: ManualAudio, broken: Promise<void>): AudioSource => ({
		...source,
		async *chunks(signal) {
			for await (const chunk of source.chunks(signal)) {
				yield chunk;
				await broken;
				throw new Error('unplugged');
			}
		},
	});

	it('that fails has all transcribed that it gave, and ends the run then', async () => {
		const audio = createManualAudio();
		await using server = await startServer(async session => {
			await begin(session);
			await hear(session);
			say(session, 'last', 0, 0.1);
			session.send({message: 'EndOfTranscript'});
		});
		audio.speak(1);
		const {text, problem} = await run(server.url, brokenSource(audio, Promise.resolve()));
		expect(text).toBe('last');
		expect(problem?.message).toContain('unplugged');
	});

	it('that fails while there is no session has all transcribed by the next one', async () => {
		const audio = createManualAudio();
		const broken = Promise.withResolvers<void>();
		await using server = await startServer(async (session, number) => {
			await begin(session);
			if (number === 1) {
				await session.next();
				session.socket.terminate();
				return;
			}

			await hear(session);
			say(session, 'last', 0, 0.1);
			session.send({message: 'EndOfTranscript'});
		});
		audio.speak(1);
		const {text, problem} = await run(server.url, brokenSource(audio, broken.promise), {
			onEvent({type}) {
				if (type === 'retrying') {
					broken.resolve();
				}
			},
		});
		expect(text).toBe('last');
		expect(problem?.message).toContain('unplugged');
	});

	it('ends the run where it fails while there is no session, and no other comes', async () => {
		const audio = createManualAudio();
		const broken = Promise.withResolvers<void>();
		await using server = await startServer(
			async session => {
				await begin(session);
				await session.next();
				session.socket.terminate();
			},
			(_request, _socket, number) => number > 1, // Never answered.
		);
		audio.speak(1);
		const {problem} = await run(server.url, brokenSource(audio, broken.promise), {
			limits: {outageMs: 100},
			onEvent({type}) {
				if (type === 'retrying') {
					broken.resolve();
				}
			},
		});
		expect(problem?.message).toContain('unplugged');
	});
});

describe('an aborted signal', () => {
	it('ends the waiting for the next session at once, without an error', async () => {
		const abort = new AbortController();
		const audio = createManualAudio();
		await using server = await startServer(async session => {
			await begin(session);
			await session.next();
			session.socket.close(4005);
		});
		audio.speak(1);
		const {problem, events} = await run(server.url, audio.source, {
			signal: abort.signal,
			limits: {longestRetryAfterMs: 60_000},
			onEvent({type}) {
				if (type === 'retrying') {
					abort.abort();
				}
			},
		});
		expect(problem).toBeUndefined();
		expect(events.map(({type}) => type)).not.toContain('session-resumed');
	});
});

describe('a token', () => {
	/**
	@param badRequest - Of the request for a token with that number the answer is the sign-in page of another network.
	*/
	const mint = async (badRequest?: number) => {
		let requestCount = 0;
		let count = 0;
		return startScriptedHttpServer(() => {
			requestCount += 1;
			return requestCount === badRequest
				? {status: 200, body: '<html>Sign in</html>'}
				: {status: 201, body: {key_value: `token-number-${++count}`}};
		});
	};

	const refusingTokens = async (isAccepted: (sessionNumber: number) => boolean, badRequest?: number) => {
		const tokens: Array<string | null> = [];
		await using minting = await mint(badRequest);
		await using server = await startServer(async (session, number) => {
			tokens.push(new URL(session.url, 'http://host').searchParams.get('jwt'));
			await session.next();
			if (!isAccepted(number)) {
				session.send({message: 'Error', type: 'not_authorised', reason: 'Token expired'});
				return;
			}

			session.send({message: 'RecognitionStarted'});
			if (number === 1) {
				await session.next();
				session.send({message: 'Error', type: 'not_authorised', reason: 'Token expired'});
			} else {
				await finish(session);
			}
		});
		const audio = createManualAudio();
		audio.speak(1);
		const {problem} = await run(server.url, audio.source, {
			managementUrl: `${minting.url}/v1`,
			onEvent({type}) {
				if (type === 'session-resumed') {
					audio.end();
				}
			},
		});
		return {problem, tokens};
	};

	it('that expires in mid-session is renewed, once', async () => {
		expect(await refusingTokens(() => true)).toEqual({
			problem: undefined,
			tokens: ['token-number-1', 'token-number-2'],
		});
	});

	it('is asked for again where another network answers in the place of the service', async () => {
		expect(await refusingTokens(() => true, 2)).toEqual({
			problem: undefined,
			tokens: ['token-number-1', 'token-number-2'],
		});
	});

	it('that is refused again ends the run', async () => {
		expect(await refusingTokens(number => number === 1)).toMatchObject({
			problem: {kind: 'not-authorised'},
			tokens: ['token-number-1', 'token-number-2'],
		});
	});

	it('that could not be had is asked for again, once, where none is not accepted', async () => {
		expect(await refusingTokens(() => false, 1)).toMatchObject({
			problem: {kind: 'not-authorised'},
			tokens: ['none', 'token-number-1'],
		});
	});

	it('that is refused at first is not tried again', async () => {
		expect((await refusingTokens(() => false)).tokens).toEqual(['token-number-1']);
	});
});

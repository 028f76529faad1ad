import {describe, expect, it} from 'vitest';
import {ProblemError} from '../../../source/core/problem.js';
import type {Recogniser} from '../../../source/core/recogniser.js';
import {wavFile} from '../../helpers/plain-wav.js';
import {
	endOfStream,
	openRawClient,
	openSession,
	silentFrames,
	startRecognition,
	transcript,
} from '../../helpers/real-time-client.js';
import {startRealTimeServer} from '../../helpers/real-time-server.js';
import {scriptedRecogniser, shipIt} from '../../helpers/scripted-recogniser.js';

const file = {audio_format: {type: 'file'}};

describe('a recogniser that fails', () => {
	it('for good ends the session with what it says and what to do', async () => {
		const recogniser = scriptedRecogniser([], {
			// biome-ignore lint/correctness/useYield: it says nothing but no.
			async *recognise(audio) {
				for await (const _ of audio) {
					throw new ProblemError({
						kind: 'rejected',
						message: 'This audio is not known.',
						nextStep: 'Send audio that is known.',
					});
				}
			},
		});
		const {url} = await startRealTimeServer({recognisers: [recogniser]});
		const client = await openSession(url);
		client.sendAudio(...silentFrames(3));
		expect(await client.until('Error')).toEqual({
			message: 'Error',
			type: 'not_allowed',
			reason: 'This audio is not known. Send audio that is known.',
		});
		expect(await client.closed).toEqual({code: 4003, reason: 'not_allowed'});
	});

	it.each<[string, Recogniser['recognise']]>([
		[
			'before the first audio',
			() => {
				throw new Error('Out of memory at 0x7f.');
			},
		],
		[
			'in the middle',
			async function* (audio) {
				for await (const _ of audio) {
					yield {audioSeconds: 0.1, words: [], isSettled: false};
					throw new Error('Out of memory at 0x7f.');
				}
			},
		],
		[
			'at the end',
			async function* (audio) {
				for await (const _ of audio) {
					yield {audioSeconds: 0.1, words: [], isSettled: false};
				}

				throw undefined;
			},
		],
	])('%s ends it with a job_error, which may be tried again, and no other', async (_when, recognise) => {
		const mortal = scriptedRecogniser([], {languages: {cmn: 'Mandarin'}, recognise});
		const {url} = await startRealTimeServer({recognisers: [mortal, scriptedRecogniser(shipIt)]});
		const other = await openSession(url);
		const client = await openRawClient(url);
		client.send(startRecognition({language: 'cmn'}));
		await Promise.race([client.until('RecognitionStarted'), client.until('Error')]);
		client.sendAudio(...silentFrames(1));
		client.send(endOfStream(1));
		expect(await client.until('Error')).toMatchObject({type: 'job_error', reason: 'The recogniser failed.'});
		expect(await client.closed).toEqual({code: 4013, reason: 'job_error'});

		other.sendAudio(...silentFrames(10));
		other.send(endOfStream(10));
		await other.until('EndOfTranscript');
		expect(transcript(other.messages)).toBe('Ship it. ');
	});

	it('with words for the user has them sent', async () => {
		const recogniser = scriptedRecogniser([], {
			recognise() {
				throw new ProblemError({
					kind: 'server',
					message: 'The decoder has died.',
					nextStep: 'Try it again.',
				});
			},
		});
		const {url} = await startRealTimeServer({recognisers: [recogniser]});
		const client = await openRawClient(url);
		client.send(startRecognition());
		expect(await client.until('Error')).toMatchObject({
			type: 'job_error',
			reason: 'The decoder has died. Try it again.',
		});
	});

	it('to listen to the end still gets all its audio acknowledged, and an end', async () => {
		const recogniser = scriptedRecogniser([], {
			async *recognise() {
				yield {audioSeconds: 0.1, words: [], isSettled: true};
			},
		});
		const {url} = await startRealTimeServer({recognisers: [recogniser]});
		const client = await openSession(url);
		client.sendAudio(...silentFrames(1000));
		client.send(endOfStream(1000));
		await client.until('EndOfTranscript');
		expect(client.messages.filter(({message}) => message === 'AudioAdded')).toHaveLength(1000);
	});
});

describe('audio in files', () => {
	it('is decoded while it comes, header and all, wherever it is cut', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url, {enable_partials: true}, file);
		const bytes = wavFile(new Int16Array(16_000));
		client.sendAudio(bytes.subarray(0, 7), bytes.subarray(7, 20_001), bytes.subarray(20_001));
		client.send(endOfStream(3));
		await client.until('EndOfTranscript');
		expect(client.messages).toContainEqual(
			expect.objectContaining({
				message: 'AddTranscript',
				metadata: expect.objectContaining({transcript: 'Ship it. '}),
			}),
		);
	});

	it('R37: that are none is met with silence, and after EndOfStream with invalid_audio_type', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url, {}, file);
		const garbage = Array.from({length: 20}, () => new Uint8Array(4096).fill(0x3c));
		client.sendAudio(...garbage);
		await client.until('AudioAdded', ({seq_no}) => seq_no === 20);
		client.send({message: 'GetSpeakers'});
		await client.until('SpeakersResult');
		expect(client.messages.map(({message}) => message)).not.toContain('Error');

		client.send(endOfStream(20));
		expect(await client.until('Error')).toMatchObject({
			type: 'invalid_audio_type',
			reason: expect.stringMatching(/^Invalid audio type: /v),
		});
		expect(await client.closed).toEqual({code: 1003, reason: 'protocol_error'});
	});

	it('R16: may be missing altogether', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url, {}, file);
		client.send(endOfStream());
		await client.until('EndOfTranscript');
	});
});

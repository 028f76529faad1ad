import {describe, expect, it} from 'vitest';
import {createManualTimers} from '../../helpers/manual-timers.js';
import {
	endOfStream,
	names,
	openRawClient,
	openSession,
	silentFrames,
	startRecognition,
} from '../../helpers/real-time-client.js';
import {apiKey, startRealTimeServer} from '../../helpers/real-time-server.js';

describe('a failure that the client asks for', () => {
	const startFaulty = async (fault: string, timers = createManualTimers()) => {
		const {url} = await startRealTimeServer({allowFaults: true, timers});
		return `${url}?jwt=${apiKey}&x-fault=${fault}`;
	};

	const hearSentence = async (url: string) => {
		const client = await openSession(url, {max_delay: 1});
		client.sendAudio(...silentFrames(30));
		return client;
	};

	it('R2: is too many sessions, for the first of them', async () => {
		const client = await openRawClient(await startFaulty('quota'));
		client.send(startRecognition());
		expect(await client.until('Error')).toMatchObject({type: 'quota_exceeded'});
		expect((await client.closed).code).toBe(4005);
	});

	it('R3: is a close frame without an Error', async () => {
		const client = await openRawClient(await startFaulty('bare-close-4005'));
		expect(await client.closed).toEqual({code: 4005, reason: 'quota_exceeded'});
		expect(client.messages).toEqual([]);
	});

	it('R44: is the end of the connection after the first words', async () => {
		const timers = createManualTimers();
		const client = await hearSentence(await startFaulty('tcp-reset', timers));
		await client.until('AddTranscript', ({results}) => Array.isArray(results) && results.length > 0);
		timers.advance(100);
		expect((await client.closed).code).toBe(1006);
	});

	it('R45: is a job_error after the first words', async () => {
		const client = await hearSentence(await startFaulty('job_error'));
		expect(await client.until('Error')).toMatchObject({type: 'job_error'});
		expect(await client.closed).toEqual({code: 4013, reason: 'job_error'});
		expect(client.messages.at(-2)).toMatchObject({message: 'AddTranscript'});
	});

	it('R46: is a text frame that is not JSON', async () => {
		const client = await openRawClient(await startFaulty('non-json'));
		client.socket.removeAllListeners('message');
		const frames: string[] = [];
		const received = new Promise<void>(resolve => {
			client.socket.on('message', data => {
				frames.push(String(data));
				if (frames.at(-1) === '{"message": "Add') {
					resolve();
				}
			});
		});
		client.send({
			message: 'StartRecognition',
			audio_format: {type: 'raw', encoding: 'pcm_s16le', sample_rate: 16_000},
			transcription_config: {language: 'en', max_delay: 1},
		});
		while (!frames.some(frame => frame.includes('RecognitionStarted'))) {
			await new Promise(setImmediate);
		}

		client.sendAudio(...silentFrames(30));
		await received;
	});

	it('R48: is an EndOfTranscript that comes 15 s late', async () => {
		const timers = createManualTimers();
		const client = await hearSentence(await startFaulty('late-eot', timers));
		client.send(endOfStream(30));
		await client.until('AudioAdded', ({seq_no}) => seq_no === 30);
		client.send({message: 'GetSpeakers'});
		await client.until('SpeakersResult');
		timers.advance(14_999);
		client.send({message: 'GetSpeakers'});
		await client.until('SpeakersResult');
		expect(names(client.messages)).not.toContain('EndOfTranscript');

		timers.advance(1);
		await client.until('EndOfTranscript');
	});

	it('is an upgrade request without an answer', async () => {
		const url = await startFaulty('no-upgrade-answer');
		await expect(openRawClient(url, {handshakeTimeout: 100})).rejects.toThrow('timed out');
	});

	it('is ignored where it was not allowed', async () => {
		const {url} = await startRealTimeServer();
		await openSession(`${url}?x-fault=quota`);
	});

	it('is ignored where there is no such failure', async () => {
		await openSession(await startFaulty('earthquake'));
	});
});

import {RealtimeClient, type RealtimeServerMessage} from '@speechmatics/real-time-client';
import {describe, expect, it} from 'vitest';
import type {RealTimeApiOptions} from '../../../source/local/real-time/api.js';
import {createManualTimers} from '../../helpers/manual-timers.js';
import {wavFile} from '../../helpers/plain-wav.js';
import {silentFrames} from '../../helpers/real-time-client.js';
import {startRealTimeServer} from '../../helpers/real-time-server.js';

const rawAudio = {type: 'raw', encoding: 'pcm_s16le', sample_rate: 16_000} as const;
const english = {audio_format: rawAudio, transcription_config: {language: 'en'}};

/**
The client of Speechmatics as it is, a temporary key for it, and what it receives.

@param query - What to add to the address.
*/
const createClient = async (
	changes: Partial<RealTimeApiOptions> = {},
	{query = '', timeoutMs = 5000}: {readonly query?: string; readonly timeoutMs?: number} = {},
) => {
	const {url, keys} = await startRealTimeServer(changes);
	const client = new RealtimeClient({url: url + query, appId: 'duet-tests', connectionTimeout: timeoutMs});
	const messages: RealtimeServerMessage[] = [];
	client.addEventListener('receiveMessage', ({data}) => {
		messages.push(data);
	});
	const closed = new Promise<void>(resolve => {
		client.addEventListener('socketStateChange', ({socketState}) => {
			if (socketState === 'closed') {
				resolve();
			}
		});
	});
	return {client, messages, closed, jwt: keys.mint({type: 'rt', ttlSeconds: 60})};
};

const sendAudio = (client: RealtimeClient, tenths: number): void => {
	for (const frame of silentFrames(tenths)) {
		client.sendAudio(frame as Uint8Array<ArrayBuffer>);
	}
};

const until = async (client: RealtimeClient, name: string): Promise<RealtimeServerMessage> =>
	new Promise(resolve => {
		client.addEventListener('receiveMessage', ({data}) => {
			if (data.message === name) {
				resolve(data);
			}
		});
	});

const transcript = (messages: readonly RealtimeServerMessage[]): string =>
	messages
		.flatMap(message => (message.message === 'AddTranscript' ? [message.metadata.transcript] : []))
		.join('');

describe('the JavaScript client of Speechmatics', () => {
	it('R15: transcribes a stream that it stops without waiting for receipts', async () => {
		const {client, messages, closed, jwt} = await createClient();
		const {id, language_pack_info: languagePack} = await client.start(jwt, english);
		expect(id).toMatch(/^[\da-f\-]{36}$/v);
		expect(languagePack?.word_delimiter).toBe(' ');

		sendAudio(client, 40);
		await client.stopRecognition();
		await closed;
		expect(transcript(messages)).toBe('Ship it. We did! ');
		expect(messages.at(-1)).toEqual({message: 'EndOfTranscript'});
	});

	it('transcribes a file, its default', async () => {
		const {client, messages, jwt} = await createClient();
		await client.start(jwt, {transcription_config: {language: 'en', enable_partials: true}});
		client.sendAudio(wavFile(new Int16Array(16_000)) as Uint8Array<ArrayBuffer>);
		await client.stopRecognition();
		expect(transcript(messages)).toBe('Ship it. ');
	});

	it('changes the session under way, ends an utterance and asks for the speakers', async () => {
		const {client, messages, jwt} = await createClient();
		await client.start(jwt, {...english, transcription_config: {language: 'en', diarization: 'speaker'}});
		client.setRecognitionConfig({language: 'en', max_delay: 1, enable_partials: true});
		sendAudio(client, 10);
		const ended = until(client, 'EndOfUtterance');
		client.forceEndOfUtterance();
		expect(await ended).toMatchObject({forced: true});
		expect(await client.getSpeakers()).toMatchObject({speakers: [{label: 'S1'}]});

		await client.stopRecognition();
		expect(messages.map(({message}) => message)).toContain('AddPartialTranscript');
	});

	it('A4: is told of a wrong key by the handshake', async () => {
		const {client} = await createClient();
		await expect(client.start('bad', english)).rejects.toMatchObject({
			message: 'Unexpected server response: 401',
		});
	});

	it.each([
		['R2', 'quota_exceeded', {quota: 0}, english],
		['R9', 'invalid_config', {}, {...english, transcription_config: {language: 'en', max_delay: 99}}],
		['R10', 'invalid_language', {}, {...english, transcription_config: {language: 'xx'}}],
	])('%s: is told of %s', async (_row, type, changes, config) => {
		const {client, jwt} = await createClient(changes);
		await expect(client.start(jwt, config)).rejects.toThrow(type);
	});

	it('R3: waits for its own time-out when it is refused without an Error', async () => {
		const {client, closed, jwt} = await createClient(
			{allowFaults: true},
			{query: '?x-fault=bare-close-4005', timeoutMs: 100},
		);
		await expect(client.start(jwt, english)).rejects.toThrow('Timed out after 100ms');
		await closed;
	});

	it('R44: keeps its finals when the connection breaks', async () => {
		const {client, messages, closed, jwt} = await createClient(
			{allowFaults: true},
			{query: '?x-fault=tcp-reset'},
		);
		await client.start(jwt, {...english, transcription_config: {language: 'en', max_delay: 1}});
		sendAudio(client, 20);
		await closed;
		expect(transcript(messages)).toContain('Ship ');
	});

	it('R45: is told of a job_error', async () => {
		const {client, closed, jwt} = await createClient({allowFaults: true}, {query: '?x-fault=job_error'});
		await client.start(jwt, {...english, transcription_config: {language: 'en', max_delay: 1}});
		const error = until(client, 'Error');
		sendAudio(client, 20);
		expect(await error).toMatchObject({type: 'job_error'});
		await closed;
	});

	it('R48: gives up on a late EndOfTranscript, and gets what comes later all the same', async () => {
		const timers = createManualTimers();
		const {client, messages, jwt} = await createClient(
			{allowFaults: true, timers},
			{query: '?x-fault=late-eot', timeoutMs: 200},
		);
		await client.start(jwt, english);
		sendAudio(client, 10);
		await expect(client.stopRecognition()).rejects.toThrow('Timed out after 200ms');
		expect(transcript(messages)).toBe('Ship it. ');

		const ended = until(client, 'EndOfTranscript');
		timers.advance(15_000);
		await ended;
	});

	it('R49: gives up on a session whose vocabulary takes too long', async () => {
		const {client, jwt} = await createClient(
			{timers: createManualTimers(), vocabularyDelayMs: 12_000},
			{timeoutMs: 100},
		);
		const config = {...english, transcription_config: {language: 'en', additional_vocab: ['Duet']}};
		await expect(client.start(jwt, config)).rejects.toThrow('Timed out after 100ms');
	});
});

import {describe, expect, it} from 'vitest';
import {createManualTimers} from '../../helpers/manual-timers.js';
import {
	endOfStream,
	names,
	openRawClient,
	openSession,
	startRecognition,
	transcript,
	wholeSession,
} from '../../helpers/real-time-client.js';
import {startRealTimeServer} from '../../helpers/real-time-server.js';
import {scriptedRecogniser, shipIt} from '../../helpers/scripted-recogniser.js';

describe('a session starts', () => {
	it('R1: with the sessions counted, then RecognitionStarted, then the quality', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url);
		await client.until('Info', ({type}) => type === 'recognition_quality');
		expect(client.messages).toEqual([
			{
				message: 'Info',
				type: 'concurrent_session_usage',
				reason: '1 concurrent sessions active out of quota 2',
				usage: 1,
				quota: 2,
				last_updated: expect.stringMatching(/Z$/v),
			},
			{
				message: 'RecognitionStarted',
				orchestrator_version: expect.any(String),
				id: expect.stringMatching(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/v),
				language_pack_info: {
					adapted: false,
					itn: true,
					language_description: 'English',
					word_delimiter: ' ',
					writing_direction: 'left-to-right',
				},
			},
			{
				message: 'Info',
				type: 'recognition_quality',
				reason: 'Running recognition using a broadcast model quality.',
				quality: 'broadcast',
			},
		]);
	});

	it.each([
		['R38', 8000, 'telephony'],
		['R38', 11_999, 'telephony'],
		['R39', 12_000, 'broadcast'],
		['R39', 16_000, 'broadcast'],
	])('%s: at %i Hz with %s quality', async (_row, rate, quality) => {
		const {url} = await startRealTimeServer();
		const audioFormat = {type: 'raw', encoding: 'pcm_s16le', sample_rate: rate};
		const client = await openSession(url, {}, {audio_format: audioFormat});
		expect(await client.until('Info', ({type}) => type === 'recognition_quality')).toMatchObject({quality});
	});

	it('R49: later with additional vocabulary', async () => {
		const timers = createManualTimers();
		const {url} = await startRealTimeServer({timers, startDelayMs: 100, vocabularyDelayMs: 12_000});
		const client = await openRawClient(url);
		client.send(startRecognition({additional_vocab: ['Duet']}));
		await client.until('Info');
		timers.advance(12_099);
		expect(names(client.messages)).toEqual(['Info']);

		timers.advance(1);
		await client.until('RecognitionStarted');
	});

	it('with what was asked for passed on to the recogniser', async () => {
		const recogniser = scriptedRecogniser(shipIt);
		const {url} = await startRealTimeServer({recognisers: [recogniser]});
		await wholeSession(url, 1, {model: 'enhanced', max_delay: 2, additional_vocab: ['Duet']});
		expect(recogniser.asked).toEqual([
			{
				mode: 'real-time',
				language: 'en',
				model: 'enhanced',
				diarization: false,
				maxDelaySeconds: 2,
				vocabulary: [{content: 'Duet'}],
			},
		]);
	});

	it('with the first recogniser that knows the language', async () => {
		const german = scriptedRecogniser([], {languages: {de: 'German'}});
		const english = scriptedRecogniser(shipIt);
		const {url} = await startRealTimeServer({recognisers: [german, english, scriptedRecogniser([])]});
		expect(transcript(await wholeSession(url, 10))).toBe('Ship it. ');
		expect(german.asked).toEqual([]);
	});
});

/**
What a client gets that sends these frames: the Error, and the close frame after it.
*/
const failure = async (
	url: string,
	...frames: readonly [string | Uint8Array, ...Array<string | Uint8Array>]
) => {
	const client = await openRawClient(url);
	for (const frame of frames) {
		client.socket.send(frame);
	}

	const {type} = await client.until('Error');
	return {type, ...(await client.closed), names: names(client.messages)};
};

const start = JSON.stringify(startRecognition());

describe('a session fails at its start', () => {
	const protocolError = {code: 1003, reason: 'protocol_error'};

	it('R4: on audio between StartRecognition and RecognitionStarted', async () => {
		const {url} = await startRealTimeServer({timers: createManualTimers(), startDelayMs: 100});
		expect(await failure(url, start, new Uint8Array(100))).toMatchObject({
			type: 'protocol_error',
			...protocolError,
			names: ['Info', 'Error'],
		});
	});

	it('R5: on audio before StartRecognition', async () => {
		const {url} = await startRealTimeServer();
		expect(await failure(url, new Uint8Array(100))).toMatchObject({type: 'protocol_error', ...protocolError});
	});

	it('R5: on any other message before StartRecognition', async () => {
		const {url} = await startRealTimeServer();
		expect(await failure(url, JSON.stringify(endOfStream()))).toMatchObject({
			type: 'protocol_error',
			...protocolError,
		});
	});

	it('R6: on a second StartRecognition, before or after RecognitionStarted', async () => {
		const {url} = await startRealTimeServer();
		expect(await failure(url, start, start)).toMatchObject({type: 'protocol_error', ...protocolError});

		const client = await openSession(url);
		client.send(startRecognition());
		expect(await client.until('Error')).toMatchObject({type: 'protocol_error'});
		expect(await client.closed).toEqual(protocolError);
	});

	it.each([
		['R7', '{', 'invalid_message', 1003, 'protocol_error'],
		['R8', '{"message":"Nope"}', 'invalid_message', 1003, 'protocol_error'],
		['R9', startRecognition({language: undefined}), 'invalid_config', 1003, 'protocol_error'],
		['R10', startRecognition({language: 'xx'}), 'invalid_language', 1003, 'protocol_error'],
		['R10', startRecognition({model: 'melia-1'}), 'invalid_model', 4004, 'invalid_model'],
		['R11', startRecognition({max_delay: 0.5}), 'invalid_config', 1003, 'protocol_error'],
		['R11', startRecognition({max_delay: 5}), 'invalid_config', 1003, 'protocol_error'],
	])('%s: on %j with %s, and closes with %i %s', async (_row, frame, type, code, closeReason) => {
		const {url} = await startRealTimeServer();
		const client = await openRawClient(url);
		client.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
		expect(await client.until('Error')).toEqual({message: 'Error', type, reason: expect.any(String)});
		expect(await client.closed).toEqual({code, reason: closeReason});
		expect(names(client.messages)).toEqual(['Error']);
	});

	it('R56: when the language is not the one of the address', async () => {
		const {url} = await startRealTimeServer();
		const chinese = JSON.stringify(startRecognition({language: 'cmn'}));
		expect(await failure(`${url}/en`, chinese)).toMatchObject({type: 'invalid_config', code: 1003});
	});

	it('and says nothing more after the Error', async () => {
		const {url} = await startRealTimeServer();
		const {names: received} = await failure(url, '{', start, start);
		expect(received).toEqual(['Error']);
	});
});

import {once} from 'node:events';
import {describe, expect, it} from 'vitest';
import {ProblemError} from '../../../source/core/problem.js';
import {heldRecogniser} from '../../helpers/held-recogniser.js';
import {
	endOfStream,
	names,
	openRawClient,
	type RawClient,
	silentFrames,
	startRecognition,
	transcript,
} from '../../helpers/real-time-client.js';
import {startRealTimeServer} from '../../helpers/real-time-server.js';
import {shipIt} from '../../helpers/scripted-recogniser.js';

/**
A session whose recogniser has been asked and is not ready yet.
*/
const openStartingSession = async (config: Readonly<Record<string, unknown>> = {}) => {
	const held = heldRecogniser(shipIt);
	const {url} = await startRealTimeServer({recognisers: [held.recogniser]});
	const client = await openRawClient(url);
	client.send(startRecognition(config));
	return {client, held, call: await held.call(0)};
};

/**
Once everything the server sent so far has arrived.
*/
const roundTrip = async ({socket}: RawClient): Promise<void> => {
	socket.ping();
	await once(socket, 'pong');
};

const aborted = async (signal: AbortSignal): Promise<void> => {
	if (!signal.aborted) {
		await once(signal, 'abort');
	}
};

describe('a session whose recogniser takes time to start', () => {
	it('has started when the recogniser asks for the first audio, and not before', async () => {
		const {client, call} = await openStartingSession();
		await roundTrip(client);
		expect(names(client.messages)).toEqual(['Info']);

		call.release();
		await client.until('RecognitionStarted');
		client.sendAudio(...silentFrames(10));
		client.send(endOfStream(10));
		await client.until('EndOfTranscript');
		expect(transcript(client.messages)).toBe('Ship it. ');
	});

	it('has started when it has for every channel', async () => {
		const {client, held, call} = await openStartingSession({diarization: 'channel'});
		const second = await held.call(1);
		second.release();
		await roundTrip(client);
		expect(names(client.messages)).toEqual(['Info']);

		call.release();
		await client.until('RecognitionStarted');
	});

	it('takes no audio meanwhile, and the recogniser is stopped', async () => {
		const {client, call} = await openStartingSession();
		client.sendAudio(...silentFrames(1));
		expect(await client.until('Error')).toMatchObject({type: 'protocol_error'});
		expect((await client.closed).code).toBe(1003);
		await aborted(call.signal);
	});

	it('stops the recogniser when the client leaves meanwhile', async () => {
		const {client, call} = await openStartingSession();
		client.socket.close();
		await aborted(call.signal);

		call.release();
		await client.closed;
		expect(names(client.messages)).toEqual(['Info']);
	});

	it('ends without any audio as any other', async () => {
		const {client, call} = await openStartingSession();
		call.release();
		await client.until('RecognitionStarted');
		client.send(endOfStream());
		await client.until('EndOfTranscript');
		expect(names(client.messages)).toEqual(['Info', 'RecognitionStarted', 'Info', 'EndOfTranscript']);
	});

	it('never starts where the recogniser dies, and ends with a job_error', async () => {
		const {client, call} = await openStartingSession();
		call.fail(new Error('Killed by SIGSEGV.'));
		expect(await client.until('Error')).toMatchObject({type: 'job_error', reason: 'The recogniser failed.'});
		expect(await client.closed).toEqual({code: 4013, reason: 'job_error'});
		expect(names(client.messages)).toEqual(['Info', 'Error']);
	});

	it('never starts where the recogniser of one channel dies, though the other is ready', async () => {
		const {client, held, call} = await openStartingSession({diarization: 'channel'});
		const second = await held.call(1);
		second.release();
		await roundTrip(client);
		second.fail(new Error('Too late to matter.'));
		call.fail(new Error('Killed by SIGSEGV.'));
		expect(await client.until('Error')).toMatchObject({type: 'job_error'});
		await aborted(second.signal);
		expect(names(client.messages)).toEqual(['Info', 'Error']);
	});

	it('is not allowed where the recogniser refuses, and told what to do', async () => {
		const {client, call} = await openStartingSession();
		call.fail(new ProblemError({kind: 'rejected', message: 'There is no model.', nextStep: 'Install one.'}));
		expect(await client.until('Error')).toMatchObject({
			type: 'not_allowed',
			reason: 'There is no model. Install one.',
		});
		expect((await client.closed).code).toBe(4003);
	});
});

import {once} from 'node:events';
import {describe, expect, it} from 'vitest';
import {startFaultyServer} from '../../helpers/faulty-server.js';
import {createManualTimers} from '../../helpers/manual-timers.js';
import {
	endOfStream,
	names,
	openSession,
	sequenceNumbers,
	silentFrames,
	transcript,
	wholeSession,
} from '../../helpers/real-time-client.js';

/**
A session on which something is sent after the fault, and after that a whole other session, so that an answer would have
come by then.
*/
const sendIntoSilence = async (faults: string) => {
	const server = await startFaultyServer(faults);
	const client = await openSession(server.url);
	client.sendAudio(...silentFrames(10));
	await client.until('AudioAdded', ({seq_no}) => seq_no === 10);
	let pongCount = 0;
	client.socket.on('pong', () => {
		pongCount += 1;
	});
	client.sendAudio(...silentFrames(20));
	client.send({message: 'GetSpeakers'});
	client.socket.ping();
	client.send(endOfStream(30));
	expect(transcript(await wholeSession(server.url, 10))).toBe('Ship it. ');
	expect(client.socket.readyState).toBe(client.socket.OPEN);
	expect(names(client.messages)).not.toContain('SpeakersResult');
	expect(names(client.messages)).not.toContain('EndOfTranscript');
	expect(sequenceNumbers(client.messages).at(-1)).toBe(10);
	return {...server, client, pongCount: () => pongCount};
};

describe('a socket that is frozen', () => {
	it('reads nothing and answers nothing, not even a ping', async () => {
		const {pongCount, happened} = await sendIntoSilence('freeze@1s×1');
		expect(pongCount()).toBe(0);
		expect(happened()).toEqual(['freeze']);
	});

	it('stays so past all time limits, as that of a machine that has lost its power', async () => {
		const timers = createManualTimers();
		const {url} = await startFaultyServer('freeze@words×1', {timers});
		const client = await openSession(url, {max_delay: 1});
		client.sendAudio(...silentFrames(30));
		await client.until('AddTranscript', ({results}) => Array.isArray(results) && results.length > 0);
		timers.advance(49 * 3600 * 1000);
		expect(transcript(await wholeSession(url, 10))).toBe('Ship it. ');
		expect(client.socket.readyState).toBe(client.socket.OPEN);
		expect(names(client.messages)).not.toContain('Error');
	});

	it('lets the client fill its buffers', async () => {
		const {client} = await sendIntoSilence('freeze@1s×1');
		while (client.socket.bufferedAmount === 0) {
			client.sendAudio(new Uint8Array(1_000_000));
			await new Promise(setImmediate);
		}
	});
});

describe.each(['freeze', 'mute'])('a session whose socket is hit by %s', fault => {
	it('takes nobody’s place', async () => {
		const server = await startFaultyServer(`${fault}@1s×1`, {quota: 1});
		const client = await openSession(server.url);
		client.sendAudio(...silentFrames(10));
		await client.until('AudioAdded', ({seq_no}) => seq_no === 10);
		client.sendAudio(...silentFrames(20));
		await expect.poll(server.happened).toEqual([fault]);
		expect(transcript(await wholeSession(server.url, 10))).toBe('Ship it. ');
	});
});

describe('a socket that is mute', () => {
	it('takes audio and answers pings, and says nothing', async () => {
		const {client, pongCount, happened} = await sendIntoSilence('mute@1s×1');
		if (pongCount() === 0) {
			await once(client.socket, 'pong');
		}

		client.sendAudio(new Uint8Array(1_000_000));
		while (client.socket.bufferedAmount > 0) {
			await new Promise(setImmediate);
		}

		expect(happened()).toEqual(['mute']);
	});

	it('can be so from the start', async () => {
		const {url} = await startFaultyServer('mute@open×1');
		const first = openSession(url);
		expect(transcript(await wholeSession(url, 10))).toBe('Ship it. ');
		await expect(Promise.race([first, Promise.resolve('nothing')])).resolves.toBe('nothing');
	});
});

import {once} from 'node:events';
import {describe, expect, it} from 'vitest';
import {createManualTimers} from '../../helpers/manual-timers.js';
import {endOfStream, names, openSession, silentFrames, transcript} from '../../helpers/real-time-client.js';
import {startRealTimeServer} from '../../helpers/real-time-server.js';
import {scriptedRecogniser, shipIt} from '../../helpers/scripted-recogniser.js';

describe('the end', () => {
	it('R18: a second EndOfStream changes nothing', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url);
		client.sendAudio(...silentFrames(10));
		client.send(endOfStream(10));
		client.send(endOfStream(10));
		await client.until('EndOfTranscript');
		expect(names(client.messages)).not.toContain('Error');
	});

	it('R19: EndOfTranscript is said once and last, and the socket is the client’s to close', async () => {
		const timers = createManualTimers();
		const {url} = await startRealTimeServer({timers});
		const client = await openSession(url);
		client.sendAudio(...silentFrames(10));
		client.send(endOfStream(10));
		await client.until('EndOfTranscript');
		client.sendAudio(...silentFrames(1));
		client.send({message: 'GetSpeakers'});
		client.send(endOfStream(11));
		client.socket.ping();
		await once(client.socket, 'pong');
		expect(names(client.messages).indexOf('EndOfTranscript')).toBe(client.messages.length - 1);

		timers.advance(5000);
		expect(await client.closed).toEqual({code: 1000, reason: ''});
		expect(names(client.messages).indexOf('EndOfTranscript')).toBe(client.messages.length - 1);
	});

	it('R20: brings the only final of a short clip', async () => {
		const {url} = await startRealTimeServer();
		const client = await openSession(url, {max_delay: 4});
		client.sendAudio(...silentFrames(10));
		await client.until('AudioAdded', ({seq_no}) => seq_no === 10);
		expect(transcript(client.messages)).toBe('');

		client.send(endOfStream(10));
		await client.until('EndOfTranscript');
		expect(transcript(client.messages)).toBe('Ship it. ');
	});

	it('R57: closing without EndOfStream ends the recognition without a transcript', async () => {
		let wasAborted: Promise<void> | undefined;
		const recogniser = scriptedRecogniser(shipIt);
		const listening = scriptedRecogniser([], {
			recognise(audio, options, signal) {
				wasAborted = new Promise(resolve => {
					signal.addEventListener('abort', () => {
						resolve();
					});
				});
				return recogniser.recognise(audio, options, signal);
			},
		});
		const {url} = await startRealTimeServer({recognisers: [listening]});
		const client = await openSession(url);
		client.sendAudio(...silentFrames(10));
		await client.until('AudioAdded');
		client.socket.close();
		await client.closed;
		await wasAborted;
		expect(names(client.messages)).not.toContain('EndOfTranscript');
	});
});

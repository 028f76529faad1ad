import {once} from 'node:events';
import {Duplex} from 'node:stream';
import {RealtimeClient} from '@speechmatics/real-time-client';
import {describe, expect, it} from 'vitest';
import {faults} from '../../../source/local/faults/catalogue.js';
import {createFaultPlan} from '../../../source/local/faults/fault-plan.js';
import {parseFaults} from '../../../source/local/faults/parse-faults.js';
import {sessionManner} from '../../../source/local/faults/real-time/session-faults.js';
import {startFaultyServer} from '../../helpers/faulty-server.js';
import {createManualTimers} from '../../helpers/manual-timers.js';
import {
	endOfStream,
	names,
	openRawClient,
	openSession,
	sequenceNumbers,
	silentFrames,
	startRecognition,
	transcript,
	wholeSession,
} from '../../helpers/real-time-client.js';
import {clientFrame, openWire} from '../../helpers/wire.js';

const faultless = 'Ship it. We did! ';

describe.each([
	'fragments=1',
	'fragments=1..20',
	'dribble=1',
	'dribble=1..200',
	'join=30ms',
	'lag=0ms..20ms',
	'fragments=2..9,dribble=1..9,lag=0ms..5ms',
	'fragments=5,join=5ms..20ms,lag=1ms',
])('with %s', faultsText => {
	it('everything still comes, once and in its order', async () => {
		const {url, happened} = await startFaultyServer(faultsText);
		const messages = await wholeSession(url, 40, {enable_partials: true});
		expect(transcript(messages)).toBe(faultless);
		expect(sequenceNumbers(messages)).toEqual(Array.from({length: 40}, (_, index) => index + 1));
		expect(names(messages).at(-1)).toBe('EndOfTranscript');
		expect(happened()).toEqual(expect.arrayContaining([faultsText.split('=')[0]]));
	});

	it('the client of Speechmatics gets its transcript', async () => {
		const {url, keys} = await startFaultyServer(faultsText);
		const client = new RealtimeClient({url});
		let text = '';
		client.addEventListener('receiveMessage', ({data}) => {
			text += data.message === 'AddTranscript' ? data.metadata.transcript : '';
		});
		await client.start(keys.mint({type: 'rt', ttlSeconds: 60}), {
			audio_format: {type: 'raw', encoding: 'pcm_s16le', sample_rate: 16_000},
			transcription_config: {language: 'en'},
		});
		for (const frame of silentFrames(40)) {
			client.sendAudio(frame as Uint8Array<ArrayBuffer>);
		}

		await client.stopRecognition();
		expect(text).toBe(faultless);
	});
});

describe('fragments', () => {
	it('are those of WebSocket, of so many bytes', async () => {
		const {url} = await startFaultyServer('fragments=5');
		const wire = await openWire(url);
		wire.write(clientFrame('{"message":"StartRecognition"}')); // To which the answer is an Error.
		const [first] = (await once(wire, 'data')) as [Buffer];
		expect([...first.subarray(0, 7)]).toEqual([0x01, 5, ...Buffer.from('{"mes')]);
		expect([...first.subarray(7, 9)]).toEqual([0x00, 5]);
		wire.destroy();
	});
});

describe('joined messages', () => {
	it('come in one packet', async () => {
		const {url} = await startFaultyServer('join=50ms');
		const wire = await openWire(url);
		wire.write(clientFrame(JSON.stringify(startRecognition())));
		const [first] = (await once(wire, 'data')) as [Buffer];
		expect(first.toString().match(/\{"message":/gv)?.length).toBeGreaterThan(1);
		wire.destroy();
	});

	it('come before their time where they are too many to be held', () => {
		const drawn = createFaultPlan({faults: parseFaults('join=1000s')}).drawForSession('s');
		const lengths: number[] = [];
		const wire = new Duplex({
			read() {},
			write(bytes: Buffer, _encoding, done) {
				lengths.push(bytes.length);
				done();
			},
		});
		const timers = createManualTimers();
		const socket = sessionManner(drawn, timers).shape(wire);
		for (let count = 0; count < 5; count += 1) {
			socket.write(Buffer.alloc(1_000_000));
		}

		expect(lengths).toEqual([4_000_000]);
		timers.advance(1_000_000);
		expect(lengths).toEqual([4_000_000, 1_000_000]);
	});
});

describe('bytes that dribble', () => {
	it('are written in pieces of that many, and none is lost at the end', async () => {
		const drawn = createFaultPlan({faults: parseFaults('dribble=3')}).drawForSession('s');
		const pieces: string[] = [];
		const wire = new Duplex({
			read() {},
			write(bytes, _encoding, done) {
				pieces.push(String(bytes));
				done();
			},
		});
		const socket = sessionManner(drawn, createManualTimers()).shape(wire);
		socket.write('0123456789');
		socket.end('ab');
		await once(wire, 'finish');
		expect(pieces).toEqual(['012', '345', '678', '9', 'ab']);
	});
});

describe('a lag', () => {
	it('is that of every message, the close frame too', async () => {
		const timers = createManualTimers();
		const {url} = await startFaultyServer('lag=500ms', {timers});
		const client = await openRawClient(url);
		client.send({message: 'Nonsense'});
		await timers.advanceUntil(client.until('Error'));
		expect(timers.nowMs()).toBeGreaterThanOrEqual(500);
		expect((await timers.advanceUntil(client.closed)).code).toBe(1003);
	});
});

describe('an end of the transcript', () => {
	it('that never comes leaves the session open', async () => {
		const timers = createManualTimers();
		const {url, happened} = await startFaultyServer('no-end', {timers});
		const client = await openSession(url);
		client.sendAudio(...silentFrames(40));
		client.send(endOfStream(40));
		while (transcript(client.messages) !== faultless) {
			timers.advance(1);
			await new Promise(setImmediate);
		}

		timers.advance(2 * 60_000);
		client.send({message: 'GetSpeakers'});
		await client.until('SpeakersResult');
		expect(names(client.messages)).not.toContain('EndOfTranscript');
		expect(client.socket.readyState).toBe(client.socket.OPEN);
		expect(happened()).toEqual(['no-end']);
	});

	it('that is late comes after its time', async () => {
		const timers = createManualTimers();
		const {url} = await startFaultyServer('late-end=15s', {timers});
		const client = await openSession(url);
		client.send(endOfStream());
		await timers.advanceUntil(client.until('EndOfTranscript'));
		expect(timers.nowMs()).toBeGreaterThanOrEqual(15_000);
	});
});

describe('garbage', () => {
	it('is a text frame that is not JSON, after which the session goes on', async () => {
		const {url} = await startFaultyServer('garbage@1s');
		const client = await openSession(url);
		const frames: string[] = [];
		client.socket.removeAllListeners('message');
		const ended = new Promise<void>(resolve => {
			client.socket.on('message', data => {
				frames.push(String(data));
				if (frames.at(-1)?.includes('EndOfTranscript')) {
					resolve();
				}
			});
		});
		client.sendAudio(...silentFrames(10));
		client.send(endOfStream(10));
		await ended;
		expect(frames.filter(frame => frame === '{"message": "Add')).toHaveLength(1);
		expect(frames.some(frame => frame.includes('"Ship it. "'))).toBe(true);
	});
});

it('every fault of the layer is named in a test of this folder', async () => {
	const {readFile} = await import('node:fs/promises');
	const files = ['odd-messages', 'dead-sockets', 'session-ends'];
	const texts = await Promise.all(
		files.map(async name => readFile(`${import.meta.dirname}/${name}.test.ts`, 'utf8')),
	);
	for (const {name} of faults.filter(({layer}) => layer === 'real-time')) {
		expect(texts.join('')).toMatch(new RegExp(`['\`]${name}\\b`, 'v'));
	}
});

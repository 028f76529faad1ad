import {openAsBlob} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {createSpeechmaticsJWT} from '@speechmatics/auth';
import {BatchClient} from '@speechmatics/batch-client';
import {RealtimeClient} from '@speechmatics/real-time-client';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {runDuet, sampleFile} from '../helpers/duet.js';
import {startServer} from '../helpers/serve.js';

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
	server = await startServer('--job-seconds', '0.5', '--recogniser', 'replay');
});
afterAll(async () => {
	await server.stop();
});

describe('duet serve', () => {
	it('prints where it is, its key, and how to point clients at it', () => {
		expect(server.batchUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v2$/);
		expect(server.realTimeUrl).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/v2$/);
		expect(server.apiKey).toMatch(/^\w{32}$/);
		expect(server.printed).toMatch(/^JavaScript$/m);
		expect(server.printed).toMatch(/^Python$/m);
		expect(server.printed).toContain('replay');
	});

	it('has another key at each start, and refuses all but its own', async () => {
		const other = await startServer();
		expect(other.apiKey).not.toBe(server.apiKey);
		const answer = await fetch(`${server.batchUrl}/jobs`, {
			headers: {authorization: `Bearer ${other.apiKey}`},
		});
		expect(answer.status).toBe(401);
		expect(await other.stop()).toBe(0);
	});

	it('serves the vendor’s own batch client', async () => {
		const client = new BatchClient({
			apiKey: server.apiKey,
			apiUrl: new URL(server.batchUrl).origin,
			appId: 'test',
		});
		const transcript = await client.transcribe(
			{data: await openAsBlob(sampleFile), fileName: 'sample.wav'},
			{transcription_config: {language: 'en', diarization: 'speaker'}},
			'text',
		);
		expect(transcript).toMatch(/^SPEAKER: S1\nGood morning, everyone\./);
	});

	it('serves the vendor’s own real-time client, with a temporary key', async () => {
		const token = await createSpeechmaticsJWT({
			type: 'rt',
			apiKey: server.apiKey,
			managementPlatformURL: server.managementUrl,
		});
		const client = new RealtimeClient({url: server.realTimeUrl});
		const finals: string[] = [];
		client.addEventListener('receiveMessage', ({data}) => {
			if (data.message === 'AddTranscript') {
				finals.push(data.metadata.transcript);
			}
		});
		await client.start(token, {
			audio_format: {type: 'file'},
			transcription_config: {language: 'en', enable_partials: true, max_delay: 2},
		});
		const audio = await readFile(sampleFile);
		for (let offset = 0; offset < audio.length; offset += 4096) {
			client.sendAudio(audio.subarray(offset, offset + 4096));
		}

		await client.stopRecognition();
		expect(finals.join('')).toMatch(/^Good morning, everyone\. Let's begin today's meeting\./);
		expect(finals.join('')).toMatch(/see you next week\.\s*$/);
	});

	it('serves Duet itself, as another server', async () => {
		const {stdout, exitCode} = await runDuet(
			[
				'compare',
				sampleFile,
				'--json',
				'--pace',
				'25',
				'--batch-url',
				server.batchUrl,
				'--rt-url',
				server.realTimeUrl,
			],
			{environment: {SPEECHMATICS_API_KEY: server.apiKey}},
		);
		expect(exitCode).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({
			engine: {kind: 'on-premises', recogniser: 'replay', batchUrl: server.batchUrl},
			batch: {status: 'done'},
			realtime: {status: 'done', latenciesAreComparable: false},
		});
		expect(stdout).not.toContain(server.apiKey);
	});

	it('fails on purpose where that is ordered, and says with which seed', async () => {
		const faulty = await startServer('--fault', '503@list×2,429=2s@list×1', '--seed', '7');
		expect(faulty.printed).toMatch(/^ {2}Faults +503@list×2,429=2s@list×1$/m);
		expect(faulty.printed).toMatch(/^ {2}Seed +7$/m);
		const statuses: number[] = [];
		for (let count = 0; count < 4; count += 1) {
			const {status} = await fetch(`${faulty.batchUrl}/jobs`, {
				headers: {authorization: `Bearer ${faulty.apiKey}`},
			});
			statuses.push(status);
		}

		expect(statuses).toEqual([429, 503, 503, 200]);
		expect(await faulty.stop()).toBe(0);
		expect(server.printed).not.toContain('Seed');
	});

	it('lists the faults there are, and refuses others', async () => {
		const help = await runDuet(['serve', '--help']);
		expect(help.stdout).toMatch(/^ {2}drop\[=end\|reset\] /m);
		const {stderr, exitCode} = await runDuet(['serve', '--fault', 'earthquake']);
		expect(stderr).toContain('error: --fault cannot be “earthquake”.\n  The faults are late, ');
		expect(exitCode).toBe(2);
	});

	it('says so when its port is taken', async () => {
		const port = new URL(server.batchUrl).port;
		const {stderr, exitCode} = await runDuet(['serve', '--port', port]);
		expect(stderr).toContain(`error: Port ${port} is in use`);
		expect(exitCode).toBe(2);
	});
});

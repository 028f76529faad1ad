import {createSpeechmaticsJWT} from '@speechmatics/auth';
import {BatchClient} from '@speechmatics/batch-client';
import {describe, expect, it} from 'vitest';
import {sixWordWav, startTestServer} from '../../helpers/local-server.js';
import {sixWordRecogniser} from '../../helpers/six-word-recogniser.js';

const input = {data: new Blob([sixWordWav]), fileName: 'standup.wav'};
const config = {transcription_config: {language: 'en', diarization: 'speaker'}} as const;

/**
The unmodified SDK of Speechmatics, pointed at a local server.
*/
const startClient = async (...options: Parameters<typeof startTestServer>) => {
	const test = await startTestServer(...options);
	const {apiKey, batchUrl} = test.server;
	return {...test, client: new BatchClient({apiKey, apiUrl: batchUrl, appId: 'duet test'})};
};

describe('the batch SDK', () => {
	it('transcribes', async () => {
		const {client} = await startClient();
		const transcript = await client.transcribe(input, config, 'json-v2');
		expect(transcript).toMatchObject({
			format: '2.9',
			results: [
				{alternatives: [{content: 'Ship', speaker: 'S1'}], type: 'word'},
				{},
				{},
				{},
				{},
				{},
				{},
				{},
				{},
			],
		});
	});

	it('creates, follows, lists, reads in every format and deletes', async () => {
		const {client} = await startClient();
		const {id} = await client.createTranscriptionJob(input, config);
		expect((await client.getJob(id)).job).toMatchObject({id, status: 'done', duration: 2});
		expect(await client.getJobResult(id, 'text')).toBe(
			'SPEAKER: S1\nShip it today.\nSPEAKER: S2\nUm, not yet?',
		);
		expect(await client.getJobResult(id, 'srt')).toMatch(
			/^1\n00:00:00,200 --> 00:00:01,000\nShip it today\.\n/v,
		);
		expect((await client.listJobs({limit: 1})).jobs).toMatchObject([{id}]);
		expect((await client.deleteJob(id)).job.status).toBe('deleted');
		expect((await client.listJobs()).jobs).toEqual([]);
		expect(await client.getFeatureDiscovery()).toMatchObject({batch: {transcription: [{languages: ['en']}]}});
	});

	it('knows the errors that it knows', async () => {
		const {client} = await startClient({jobSeconds: 60});
		await expect(client.getJob('aaaaaaaaaa')).rejects.toMatchObject({error: 'Job not found'}); // B25
		const {id} = await client.createTranscriptionJob(input, config);
		await expect(client.deleteJob(id)).rejects.toMatchObject({error: 'Resource Locked'}); // B28
		expect((await client.deleteJob(id, true)).job.status).toBe('deleted'); // B29
		await expect(
			client.createTranscriptionJob({data: new Blob(['text']), fileName: 'a.wav'}, config),
		).rejects.toMatchObject({error: 'Job rejected due to invalid audio'}); // B6
	});

	it('A1 cannot read the HTML of a refused key, and can read the JSON', async () => {
		const {server} = await startClient();
		await expect(
			new BatchClient({apiKey: 'bad', apiUrl: server.batchUrl, appId: 'duet test'}).listJobs(),
		).rejects.toBeInstanceOf(SyntaxError);
		const {server: second} = await startClient({authErrors: 'json'});
		await expect(
			new BatchClient({apiKey: 'bad', apiUrl: second.batchUrl, appId: 'duet test'}).listJobs(),
		).rejects.toMatchObject({
			name: 'SpeechmaticsUnexpectedResponse',
			cause: {error: 'Unauthorized'},
		});
	});

	it('B34 throws the errors of a rejected job', async () => {
		const {client} = await startClient({recognisers: [sixWordRecogniser({rejects: true})]});
		await expect(client.transcribe(input, config)).rejects.toEqual([
			{message: 'This audio is not known. Send audio that is known.', timestamp: expect.any(String)},
		]);
	});

	it('B45 cannot read the audio that it asks for', async () => {
		const {client, finish} = await startClient();
		await expect(client.getDataFile(await finish())).rejects.toMatchObject({
			message: 'Failed to parse response JSON',
		});
	});
});

describe('the auth SDK', () => {
	it('A7 A8 mints temporary keys', async () => {
		const {server} = await startTestServer();
		const options = {
			type: 'batch',
			apiKey: server.apiKey,
			clientRef: 'ann',
			managementPlatformURL: server.managementUrl,
		} as const;
		const apiKey = await createSpeechmaticsJWT({...options, ttl: 60});
		expect(await new BatchClient({apiKey, apiUrl: server.batchUrl, appId: 'duet test'}).listJobs()).toEqual({
			jobs: [],
		});
		await expect(createSpeechmaticsJWT({...options, ttl: 59})).rejects.toMatchObject({
			type: 'ValidationFailed',
		});
		await expect(createSpeechmaticsJWT({...options, apiKey: 'bad'})).rejects.toMatchObject({
			type: 'Unauthorized',
		});
	});
});

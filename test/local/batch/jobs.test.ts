import {describe, expect, it} from 'vitest';
import {type Json, sixWordWav, startTestServer} from '../../helpers/local-server.js';
import {sixWordRecogniser} from '../../helpers/six-word-recogniser.js';

const dayMs = 24 * 3600 * 1000;

/**
A time of day that moves only when a test says so.
*/
const createDay = (start: string) => {
	let instantMs = Date.parse(start);
	return {
		nowMs: () => instantMs,
		pass: (ms: number) => {
			instantMs += ms;
		},
	};
};

describe('GET /v2/jobs/{id}', () => {
	it('B8 holds the answer about a running job for a while, and then says that it runs', async () => {
		const {submit, callJson} = await startTestServer({jobSeconds: 60, timeScale: 20}); // 2 s / 20
		const {body} = await submit();
		const startedMs = performance.now();
		expect((await callJson(`/jobs/${body.id}`)).body.job.status).toBe('running');
		expect(performance.now() - startedMs).toBeGreaterThan(95);
	});

	it('B8 answers as soon as the job has ended', async () => {
		const {submit, callJson} = await startTestServer({timeScale: 0.001}); // A hold of half an hour.
		const {body} = await submit();
		expect((await callJson(`/jobs/${body.id}`)).body.job.status).toBe('done');
	});

	it('B9 answers at once with wait=0', async () => {
		const {submit, callJson} = await startTestServer({jobSeconds: 60, timeScale: 0.001});
		const {body} = await submit();
		expect((await callJson(`/jobs/${body.id}?wait=0`)).body.job.status).toBe('running');
	});

	it('B10 answers when the job ends, not when wait does', async () => {
		const {submit, callJson} = await startTestServer({jobSeconds: 0.3});
		const {body} = await submit();
		expect((await callJson(`/jobs/${body.id}?wait=3600`)).body.job.status).toBe('done');
	});

	it('is never held by a server that is like one on premises', async () => {
		const {submit, callJson} = await startTestServer({jobSeconds: 60, timeScale: 0.001, longPolling: false});
		const {body} = await submit();
		expect((await callJson(`/jobs/${body.id}`)).body.job.status).toBe('running');
		expect((await callJson(`/jobs/${body.id}?wait=3600`)).body.job.status).toBe('running');
	});

	it.each(['abc', '-1', '1.5'])('refuses wait=%s', async wait => {
		const {submit, callJson} = await startTestServer();
		const {body} = await submit();
		expect((await callJson(`/jobs/${body.id}?wait=${wait}`)).status).toBe(422);
	});

	it('B23 B24 B42 shows the job as it was sent, with alphabetical keys and whole seconds', async () => {
		const {submit, call} = await startTestServer();
		const others = {
			tracking: {title: 'Stand-up', details: {team: 7}},
			output_config: null,
			type: 'transcription',
		};
		const {body} = await submit({
			transcription: {operating_point: 'enhanced', diarization: 'speaker'},
			others,
		});
		const text = await (await call(`/jobs/${body.id}?wait=5`)).text();
		const {job} = JSON.parse(text) as Json;
		expect(job).toEqual({
			config: {
				tracking: {title: 'Stand-up', details: {team: 7}},
				transcription_config: {diarization: 'speaker', language: 'en', operating_point: 'enhanced'},
				type: 'transcription',
			},
			created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/v),
			data_name: 'standup.wav',
			duration: 2, // Of 2.4 s.
			id: body.id,
			status: 'done',
		});
		expect(Object.keys(job as object)).toEqual([
			'config',
			'created_at',
			'data_name',
			'duration',
			'id',
			'status',
		]);
		expect(text).toContain('"transcription_config":{"diarization":"speaker","language":"en"');
	});

	it('B25 does not know other ids', async () => {
		const {callJson} = await startTestServer();
		const notFound = {status: 404, body: {code: 404, error: 'Job not found'}};
		expect(await callJson('/jobs/aaaaaaaaaa')).toEqual(notFound);
		expect(await callJson('/jobs/aaaaaaaaaa/transcript')).toEqual(notFound);
		expect(await callJson('/jobs/aaaaaaaaaa', {method: 'DELETE'})).toEqual(notFound);
	});

	it('B26 forgets a job seven days after its end', async () => {
		const day = createDay('2026-11-02T10:00:00Z');
		const {finish, callJson} = await startTestServer({nowMs: day.nowMs});
		const id = await finish();
		day.pass(7 * dayMs - 1);
		expect((await callJson(`/jobs/${id}`)).status).toBe(200);
		day.pass(1);
		const expired = {status: 410, body: {code: 410, error: 'Job Expired'}};
		expect(await callJson(`/jobs/${id}`)).toEqual(expired);
		expect(await callJson(`/jobs/${id}/transcript`)).toEqual(expired);
		expect((await callJson('/jobs')).body).toEqual({jobs: []});
	});

	it('B34 shows a rejected job with the reason and what to do', async () => {
		const {finish, callJson} = await startTestServer({recognisers: [sixWordRecogniser({rejects: true})]});
		const id = await finish();
		const {status, body} = await callJson(`/jobs/${id}`);
		expect(status).toBe(200);
		expect(body.job.status).toBe('rejected');
		expect(body.job.errors).toEqual([
			{
				message: 'This audio is not known. Send audio that is known.',
				timestamp: expect.stringMatching(/Z$/v),
			},
		]);
		expect(await callJson(`/jobs/${id}/transcript`)).toMatchObject({
			status: 404,
			body: {error: 'Job rejected'},
		});
	});

	it('B35 can be rejected without a reason', async () => {
		const {submit, callJson} = await startTestServer({allowFaults: true});
		const {body} = await submit({query: '?x-fault=rejected-noerrors'});
		const {job} = (await callJson(`/jobs/${body.id}`)).body;
		expect(job.status).toBe('rejected');
		expect(job).not.toHaveProperty('errors');
	});

	it('B46 answers parallel requests about one job', async () => {
		const {submit, callJson} = await startTestServer({jobSeconds: 0.2});
		const {body} = await submit();
		const answers = await Promise.all(
			Array.from({length: 20}, async () => callJson(`/jobs/${body.id}?wait=10`)),
		);
		expect(answers.map(({body: {job}}) => job.status)).toEqual(Array.from({length: 20}, () => 'done'));
	});
});

describe('DELETE /v2/jobs/{id}', () => {
	it('B28 refuses while the job runs', async () => {
		const {submit, callJson} = await startTestServer({jobSeconds: 60});
		const {body} = await submit();
		expect(await callJson(`/jobs/${body.id}`, {method: 'DELETE'})).toMatchObject({
			status: 423,
			body: {code: 423, error: 'Resource Locked'},
		});
	});

	it('B29 ends a running job with force, at once', async () => {
		const {submit, callJson} = await startTestServer({jobSeconds: 60});
		const {body} = await submit();
		const held = callJson(`/jobs/${body.id}?wait=60`);
		const {status, body: deleted} = await callJson(`/jobs/${body.id}?force=true`, {method: 'DELETE'});
		expect(status).toBe(200);
		expect(deleted.job).toMatchObject({id: body.id, status: 'deleted'});
		expect((await held).body.job.status).toBe('deleted');
	});

	it('B27 B30 leaves a job that only lists with include_deleted show', async () => {
		const {finish, callJson} = await startTestServer();
		const id = await finish();
		expect((await callJson(`/jobs/${id}`, {method: 'DELETE'})).body.job.status).toBe('deleted');
		expect((await callJson('/jobs')).body).toEqual({jobs: []});
		expect((await callJson('/jobs?include_deleted=true')).body.jobs).toMatchObject([{id, status: 'deleted'}]);
		expect((await callJson('/jobs?include_deleted=maybe')).status).toBe(422);
		for (const rest of ['transcript', 'data', 'log']) {
			expect(await callJson(`/jobs/${id}/${rest}`)).toMatchObject({
				status: 410,
				body: {error: 'File Expired', detail: 'File deleted from the storage'},
			});
		}

		expect((await callJson(`/jobs/${id}`, {method: 'DELETE'})).status).toBe(404);
	});
});

describe('GET /v2/jobs', () => {
	it('B31 lists the newest first, and pages do not overlap', async () => {
		const day = createDay('2026-11-02T10:00:00Z'); // All in the same millisecond.
		const {submit, callJson} = await startTestServer({nowMs: day.nowMs});
		const ids: string[] = [];
		for (let count = 0; count < 3; count++) {
			ids.push(String((await submit()).body.id));
		}

		const idsOf = (answer: Json): readonly string[] => answer.body.jobs.map(({id}: {id: string}) => id);
		const first = await callJson('/jobs?limit=2');
		expect(idsOf(first)).toEqual([ids[2], ids[1]]);
		const last = first.body.jobs[1].created_at;
		expect(idsOf(await callJson(`/jobs?limit=2&created_before=${last}`))).toEqual([ids[0]]);
		expect(idsOf(await callJson(`/jobs?created_after=${last}`))).toEqual([ids[2]]);
	});

	it.each(['limit=abc', 'limit=0', 'limit=101', 'limit=', 'created_before=yesterday'])(
		'B32 refuses %s and says why',
		async query => {
			const {callJson} = await startTestServer();
			const {status, body} = await callJson(`/jobs?${query}`);
			expect(status).toBe(422);
			expect(body).toEqual({code: 422, error: expect.stringContaining(query.split('=')[0] ?? '')});
		},
	);

	it('B33 is an empty list without jobs', async () => {
		const {call} = await startTestServer();
		expect(await (await call('/jobs')).text()).toBe('{"jobs":[]}');
	});
});

describe('the rest of a job', () => {
	it('B45 gives back the bytes that were uploaded', async () => {
		const {finish, call} = await startTestServer();
		const response = await call(`/jobs/${await finish()}/data`);
		expect(response.headers.get('content-type')).toBe('audio/wav');
		expect(new Uint8Array(await response.arrayBuffer())).toEqual(sixWordWav);
	});

	it('has a log once it has ended, which names the recogniser', async () => {
		const {submit, callJson, call} = await startTestServer({jobSeconds: 0.2});
		const {body} = await submit();
		expect(await callJson(`/jobs/${body.id}/log`)).toMatchObject({
			status: 404,
			body: {error: 'Log file not available', detail: 'Could not read log file'},
		});
		await callJson(`/jobs/${body.id}?wait=10`);
		const log = await call(`/jobs/${body.id}/log`);
		expect(log.headers.get('content-type')).toMatch(/^text\/plain/v);
		expect(await log.text()).toContain('9 items in 2.40 s of audio, in en, by six-words');
	});

	it('is not an alignment', async () => {
		const {finish, callJson} = await startTestServer();
		const id = await finish();
		const error = {status: 404, body: {code: 404, error: 'Job is not of type alignment'}};
		expect(await callJson(`/jobs/${id}/alignment?tags=word_start_and_end`)).toEqual(error);
		expect(await callJson(`/jobs/${id}/text`)).toEqual(error);
		expect((await callJson(`/jobs/${id}/alignment?tags=all`)).status).toBe(422);
	});
});

describe('GET /v2/usage', () => {
	it('B47 counts finished jobs of past days, deleted ones too, and not those of today', async () => {
		const day = createDay('2026-11-02T10:00:00Z');
		const {finish, callJson} = await startTestServer({nowMs: day.nowMs});
		const id = await finish();
		await finish({transcription: {model: 'enhanced'}});
		await callJson(`/jobs/${id}`, {method: 'DELETE'});
		expect((await callJson('/usage')).body).toMatchObject({summary: [], details: []});

		day.pass(dayMs);
		await finish();
		const hours = 2.4 / 3600;
		const batch = {mode: 'batch', type: 'transcription'};
		expect((await callJson('/usage')).body).toEqual({
			since: '2026-11-02T00:00:00Z',
			until: '2026-11-02T23:59:59Z',
			summary: [{...batch, count: 2, duration_hrs: 2 * hours}],
			details: expect.arrayContaining([
				{...batch, language: 'en', model: 'standard', count: 1, duration_hrs: hours},
				{...batch, language: 'en', model: 'enhanced', count: 1, duration_hrs: hours},
			]),
		});
		expect((await callJson('/usage?until=2026-11-01')).body).toMatchObject({summary: []});
		expect((await callJson('/usage?since=November')).status).toBe(422);
	});
});

describe('GET /v1/discovery/features', () => {
	it('says which languages are known, and asks for no key', async () => {
		const {server} = await startTestServer();
		const response = await fetch(`${server.managementUrl}/discovery/features`);
		expect(await response.json()).toMatchObject({
			metadata: {language_pack_info: {en: {language_description: 'English'}}},
			batch: {transcription: [{languages: ['en']}], languageid: ['en']},
			realtime: {transcription: [{languages: ['en']}]},
		});
	});
});

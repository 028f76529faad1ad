import {describe, expect, it} from 'vitest';
import {type Json, startTestServer} from '../../helpers/local-server.js';
import {tone, wavFile} from '../../helpers/plain-wav.js';
import {sixWordRecogniser} from '../../helpers/six-word-recogniser.js';

describe('GET /v2/jobs/{id}/transcript', () => {
	it('B11 is not there while the job runs', async () => {
		const {submit, callJson} = await startTestServer({jobSeconds: 60});
		const {body} = await submit();
		for (const query of ['?wait=0', '?wait=1', '']) {
			expect(await callJson(`/jobs/${body.id}/transcript${query}`)).toMatchObject({
				status: 404,
				body: {code: 404, error: 'Transcription not ready'},
			});
		}
	});

	it('is held until it is there', async () => {
		const {submit, call} = await startTestServer({jobSeconds: 0.2});
		const {body} = await submit();
		const response = await call(`/jobs/${body.id}/transcript?wait=30&format=txt`);
		expect(await response.text()).toBe('Ship it today. Um, not yet?');
	});

	it('B16 B23 is json-v2 without a format, with the precisions and the key order of the service', async () => {
		const {finish, call} = await startTestServer();
		const id = await finish({others: {tracking: {reference: 'r1'}}});
		const response = await call(`/jobs/${id}/transcript`);
		expect(response.headers.get('content-type')).toMatch(/^application\/json/v);
		const transcript = (await response.json()) as Json;
		expect(Object.keys(transcript as object)).toEqual(['format', 'job', 'metadata', 'results']);
		expect(transcript.format).toBe('2.9');
		expect(transcript.job).toEqual({
			created_at: expect.stringMatching(/T\d\d:\d\d:\d\d\.\d{3}Z$/v),
			data_name: 'standup.wav',
			duration: 2,
			id,
			tracking: {reference: 'r1'},
		});
		expect(transcript.metadata).toEqual({
			created_at: expect.stringMatching(/T\d\d:\d\d:\d\d\.\d{6}Z$/v),
			language_pack_info: {
				adapted: false,
				itn: true,
				language_description: 'English',
				word_delimiter: ' ',
				writing_direction: 'left-to-right',
			},
			orchestrator_version: expect.any(String),
			transcription_config: {language: 'en'},
			type: 'transcription',
		});
	});

	it('B23 says as end of processing when the job was done', async () => {
		const {finish, callJson, transcript} = await startTestServer({jobSeconds: 0.25});
		const id = await finish();
		const {job} = (await callJson(`/jobs/${id}`)).body;
		const {metadata} = await transcript(id);
		const takenMs = Date.parse(String(metadata.created_at)) - Date.parse(String(job.created_at));
		expect(takenMs).toBeGreaterThanOrEqual(249);
	});

	it('B20 names the speaker of every item UU without diarization', async () => {
		const {finish, transcript} = await startTestServer();
		const {results} = await transcript(await finish());
		expect(results).toHaveLength(9);
		expect(new Set(results.map(({alternatives}: Json) => alternatives[0].speaker))).toEqual(new Set(['UU']));
	});

	it('B21 B22 labels speakers of words and marks; a mark has no length and stands where the word ends', async () => {
		const {finish, transcript} = await startTestServer();
		const {results} = await transcript(await finish({transcription: {diarization: 'speaker'}}));
		expect(results.slice(2, 6)).toEqual([
			{
				alternatives: [{confidence: 1, content: 'today', language: 'en', speaker: 'S1'}],
				end_time: 1,
				start_time: 0.7,
				type: 'word',
			},
			{
				alternatives: [{confidence: 1, content: '.', language: 'en', speaker: 'S1'}],
				attaches_to: 'previous',
				end_time: 1,
				is_eos: true,
				start_time: 1,
				type: 'punctuation',
			},
			{
				alternatives: [{confidence: 1, content: 'Um', language: 'en', speaker: 'S2', tags: ['disfluency']}],
				end_time: 1.5,
				start_time: 1.3,
				type: 'word',
			},
			{
				alternatives: [{confidence: 1, content: ',', language: 'en', speaker: 'S2'}],
				attaches_to: 'previous',
				end_time: 1.5,
				is_eos: false,
				start_time: 1.5,
				type: 'punctuation',
			},
		]);
	});

	it('B17 is plain text as txt, with a label where the speaker changes', async () => {
		const {finish, call} = await startTestServer();
		const plain = await call(`/jobs/${await finish()}/transcript?format=txt`);
		expect(plain.headers.get('content-type')).toMatch(/^text\/plain/v);
		expect(await plain.text()).toBe('Ship it today. Um, not yet?');
		const id = await finish({transcription: {diarization: 'speaker'}});
		expect(await (await call(`/jobs/${id}/transcript?format=txt`)).text()).toBe(
			'SPEAKER: S1\nShip it today.\nSPEAKER: S2\nUm, not yet?',
		);
	});

	it('B18 is not there as text, a name that only SDKs know', async () => {
		const {finish, callJson} = await startTestServer();
		expect(await callJson(`/jobs/${await finish()}/transcript?format=text`)).toMatchObject({
			status: 400,
			body: {error: 'Format Not Supported'},
		});
	});

	it('B19 keeps to the lines that the configuration allows, as srt', async () => {
		const {finish, call} = await startTestServer();
		const id = await finish({others: {output_config: {srt_overrides: {max_line_length: 10, max_lines: 1}}}});
		const response = await call(`/jobs/${id}/transcript?format=srt`);
		expect(response.headers.get('content-type')).toMatch(/^text\/plain/v);
		expect(await response.text()).toBe(
			[
				'1\n00:00:00,200 --> 00:00:00,680\nShip it\n',
				'2\n00:00:00,700 --> 00:00:01,000\ntoday.\n',
				'3\n00:00:01,300 --> 00:00:01,800\nUm, not\n',
				'4\n00:00:01,900 --> 00:00:02,100\nyet?\n',
			].join('\n'),
		);
	});

	it('takes out and replaces what the configuration says', async () => {
		const {finish, call} = await startTestServer();
		const id = await finish({
			transcription: {
				transcript_filtering_config: {
					remove_disfluencies: true,
					replacements: [{from: 'today', to: 'tomorrow'}],
				},
				punctuation_overrides: {permitted_marks: ['.']},
			},
		});
		expect(await (await call(`/jobs/${id}/transcript?format=txt`)).text()).toBe('Ship it tomorrow. Not yet');
	});

	it('hears each channel by itself with channel diarization', async () => {
		const {finish, transcript, call} = await startTestServer();
		const audio = wavFile(tone(2.4, 1.2, 2.4), tone(2.4, 0, 1.2));
		const channel = {diarization: 'channel', channel_diarization_labels: ['Agent']};
		const id = await finish({transcription: channel, audio});
		const {results} = await transcript(id);
		expect(results.map(({channel, alternatives}: Json) => [channel, alternatives[0].content])).toEqual([
			['Channel 2', 'Ship'],
			['Channel 2', 'it'],
			['Channel 2', 'today'],
			['Channel 2', '.'],
			['Agent', 'Um'],
			['Agent', ','],
			['Agent', 'not'],
			['Agent', 'yet'],
			['Agent', '?'],
		]);
		expect(await (await call(`/jobs/${id}/transcript?format=txt`)).text()).toBe(
			'Channel 2: Ship it today.\nAgent: Um, not yet?',
		);
	});
});

describe('what is known beyond the words', () => {
	const place = {startSeconds: 0.2, endSeconds: 1, speaker: 'S1'};
	const placeJson = {start_time: 0.2, end_time: 1, speaker: 'S1'};
	const annotations = {
		translations: {de: [{...place, text: 'Liefert es heute.'}]},
		summary: 'They may ship.',
		sentiments: [{...place, text: 'Ship it today.', sentiment: 'positive'}],
		topics: [{...place, text: 'Ship it today.', topics: ['Work', 'Sea']}],
		chapters: [{...place, text: 'They talk about shipping.', title: 'Shipping'}],
		audioEvents: [
			{type: 'music', startSeconds: 0, endSeconds: 1.5, confidence: 0.9},
			{type: 'laughter', startSeconds: 2, endSeconds: 2.2, confidence: 0.8},
		],
	} as const;
	const wanted = {
		translation_config: {target_languages: ['de', 'tlh']},
		summarization_config: {},
		sentiment_analysis_config: {},
		topic_detection_config: {topics: ['Work']},
		auto_chapters_config: {},
		audio_events_config: {types: ['music']},
	};

	it('B39 B40 stands in blocks of its own, as far as it is wanted', async () => {
		const {finish, transcript} = await startTestServer({recognisers: [sixWordRecogniser({annotations})]});
		const {metadata, results: _results, ...blocks} = await transcript(await finish({others: wanted}));
		expect(blocks).toMatchObject({
			translations: {de: [{...placeJson, content: 'Liefert es heute.'}]},
			summary: {content: 'They may ship.'},
			sentiment_analysis: {
				sentiment_analysis: {
					segments: [{...placeJson, text: 'Ship it today.', sentiment: 'positive'}],
					summary: {
						overall: {positive_count: 1, negative_count: 0, neutral_count: 0},
						speakers: [{speaker: 'S1', positive_count: 1}],
					},
				},
			},
			topics: {
				segments: [{...placeJson, text: 'Ship it today.', topics: [{topic: 'Work'}]}],
				summary: {overall: {Work: 1}},
			},
			chapters: [{...placeJson, title: 'Shipping', summary: 'They talk about shipping.'}],
			audio_events: [{type: 'music', start_time: 0, end_time: 1.5, confidence: 0.9}],
			audio_event_summary: {overall: {music: {count: 1, total_duration: 1.5}}},
		});
		expect(metadata.translation_errors).toEqual([
			{type: 'unsupported_translation_pair', message: 'Translation from en to tlh currently not supported'},
		]);
		expect(metadata.summarization_config).toEqual({});
		expect(metadata).not.toHaveProperty('summarization_errors');
	});

	it('B38 leaves errors where it is wanted and unknown, and the job is done all the same', async () => {
		const {finish, transcript} = await startTestServer();
		const {metadata, ...blocks} = await transcript(await finish({others: wanted}));
		for (const [name, type] of [
			['summarization_errors', 'summarization_failed'],
			['sentiment_analysis_errors', 'sentiment_analysis_failed'],
			['topic_detection_errors', 'topic_detection_failed'],
			['auto_chapters_errors', 'auto_chapters_failed'],
		] as const) {
			expect(metadata[name]).toEqual([{type, message: expect.any(String)}]);
		}

		for (const name of ['summary', 'sentiment_analysis', 'topics', 'chapters', 'translations']) {
			expect(blocks).not.toHaveProperty(name);
		}
	});

	it('is left out where nobody wants it', async () => {
		const {finish, transcript} = await startTestServer({recognisers: [sixWordRecogniser({annotations})]});
		expect(Object.keys((await transcript(await finish())) as object)).toEqual([
			'format',
			'job',
			'metadata',
			'results',
		]);
	});
});

describe('language auto', () => {
	const auto = {language: 'auto'};

	it('B44 is the language that the words carry; the configuration still says auto', async () => {
		const {finish, transcript} = await startTestServer();
		const {metadata, results} = await transcript(await finish({transcription: auto}));
		expect(results[0].alternatives[0].language).toBe('en');
		expect(metadata.transcription_config).toEqual({language: 'auto'});
		expect(metadata.language_identification.results[0].alternatives[0].language).toBe('en');
	});

	it('rejects a job in which nothing is said', async () => {
		const {finish, callJson} = await startTestServer();
		const audio = wavFile(new Int16Array(16_000));
		const {job} = (await callJson(`/jobs/${await finish({transcription: auto, audio})}`)).body;
		expect(job.status).toBe('rejected');
		expect(job.errors[0].message).toMatch(/^No speech found for language identification/v);
	});

	it('takes the default language where nothing is said', async () => {
		const {finish, transcript} = await startTestServer();
		const audio = wavFile(new Int16Array(16_000));
		const others = {language_identification_config: {default_language: 'en'}};
		const {metadata, results} = await transcript(await finish({transcription: auto, others, audio}));
		expect(results).toEqual([]);
		expect(metadata.language_identification.error).toBe('NO_SPEECH');
	});

	it('rejects a job in another language than the expected ones', async () => {
		const recognisers = [sixWordRecogniser(), sixWordRecogniser({language: 'de'})];
		const {finish, callJson} = await startTestServer({recognisers});
		const others = {language_identification_config: {expected_languages: ['de']}};
		const {job} = (await callJson(`/jobs/${await finish({transcription: auto, others})}`)).body;
		expect(job.status).toBe('rejected');
		expect(job.errors[0].message).toMatch(
			/^The identified language 'en' is not one of the expected languages/v,
		);
	});
});

import {describe, expect, it} from 'vitest';
import {type Message, metadata, named, wholeSession} from '../../helpers/real-time-client.js';
import {startRealTimeServer} from '../../helpers/real-time-server.js';
import {scriptedRecogniser, shipIt} from '../../helpers/scripted-recogniser.js';
import {mark, word} from '../../helpers/words.js';

type Result = {readonly alternatives: ReadonlyArray<Readonly<Record<string, unknown>>>};

const results = (messages: readonly Message[]): readonly Result[] =>
	messages.flatMap(message => (message['results'] ?? []) as readonly Result[]);

const transcripts = 'AddTranscript';
const partials = 'AddPartialTranscript';

describe('partials and finals', () => {
	it('R21: no partial is sent unless partials are asked for, not even an empty one', async () => {
		const {url} = await startRealTimeServer();
		const messages = await wholeSession(url, 50, {enable_partials: false, max_delay: 1});
		expect(named(messages, partials)).toEqual([]);
		expect(named(messages, transcripts).length).toBeGreaterThan(2);
	});

	it('R22: each final is followed by one partial with what is not final yet', async () => {
		const {url} = await startRealTimeServer();
		const messages = await wholeSession(url, 50, {enable_partials: true, max_delay: 1});
		const sequence = named(messages, transcripts, partials).map(({message}) => message);
		for (const [index, name] of sequence.entries()) {
			if (name === transcripts) {
				expect(sequence[index + 1]).toBe(partials);
			}
		}
	});

	it('R23: silence is said in finals without words', async () => {
		const {url} = await startRealTimeServer();
		const messages = await wholeSession(url, 30, {max_delay: 1});
		const silent = named(messages, transcripts).filter(message => metadata(message).transcript === '');
		expect(silent.length).toBeGreaterThan(2);
		expect(silent.every(({results}) => Array.isArray(results) && results.length === 0)).toBe(true);
	});

	it('R24: the text of a final ends with a space, that of a partial does not', async () => {
		const {url} = await startRealTimeServer();
		const messages = await wholeSession(url, 10, {enable_partials: true});
		expect(named(messages, partials).map(message => metadata(message).transcript)).toContain('Ship it.');
		expect(named(messages, transcripts).map(message => metadata(message).transcript)).toEqual(['Ship it. ']);
	});

	it('R24: Mandarin has no spaces', async () => {
		const script = [word('你', 0.1, 0.3), word('好', 0.3, 0.5)];
		const {url} = await startRealTimeServer({recognisers: [scriptedRecogniser(script)]});
		const messages = await wholeSession(url, 10, {language: 'cmn'});
		expect(named(messages, transcripts).map(message => metadata(message).transcript)).toEqual(['你好']);
	});

	it('R26: every word is in exactly one final, in order, with times of two decimals', async () => {
		const {url} = await startRealTimeServer();
		const messages = await wholeSession(url, 50, {enable_partials: true, max_delay: 0.7});
		const finals = results(named(messages, transcripts));
		expect(finals).toEqual(
			shipIt.map(({text, type, startSeconds, endSeconds, isEndOfSentence}) => ({
				alternatives: [{confidence: 1, content: text, language: 'en'}],
				...(type === 'punctuation' && {attaches_to: 'previous', is_eos: isEndOfSentence}),
				end_time: endSeconds,
				start_time: startSeconds,
				type,
			})),
		);
	});

	it('R27: nobody is named without speaker diarization', async () => {
		const {url} = await startRealTimeServer();
		const messages = await wholeSession(url, 50, {enable_partials: true});
		expect(JSON.stringify(messages)).not.toContain('"speaker"');
	});

	it('R28: words and marks name their speaker with speaker diarization, or UU', async () => {
		const script = [...shipIt, word('Great', 4, 4.4)];
		const {url} = await startRealTimeServer({recognisers: [scriptedRecogniser(script)]});
		const messages = await wholeSession(url, 50, {diarization: 'speaker'});
		const speakers = results(named(messages, transcripts)).map(
			({alternatives}) => alternatives[0]?.['speaker'],
		);
		expect(speakers).toEqual(['S1', 'S1', 'S1', 'S2', 'S2', 'S2', 'UU']);
	});

	it('words are left out and replaced as the configuration says', async () => {
		const script = [
			word('Um', 0.1, 0.3),
			mark(',', 0.3),
			word('ship', 0.3, 0.5),
			word('it', 0.5, 0.7),
			mark('.', 0.7),
		];
		const {url} = await startRealTimeServer({recognisers: [scriptedRecogniser(script)]});
		const messages = await wholeSession(url, 10, {
			enable_partials: true,
			transcript_filtering_config: {remove_disfluencies: true, replacements: [{from: 'it', to: 'them'}]},
			punctuation_overrides: {permitted_marks: []},
		});
		expect(named(messages, transcripts).map(message => metadata(message).transcript)).toEqual(['Ship them ']);
	});

	it('messages have the fields of the service, in its order', async () => {
		const {url} = await startRealTimeServer();
		const messages = await wholeSession(url, 10, {enable_partials: true});
		for (const message of named(messages, transcripts, partials)) {
			expect(Object.keys(message)).toEqual(['message', 'format', 'results', 'metadata']);
			expect(Object.keys(metadata(message))).toEqual(['end_time', 'start_time', 'transcript']);
		}
	});
});

import {describe, expect, it} from 'vitest';
import type {Annotations, Recogniser} from '../../../source/core/recogniser.js';
import {transcriptText} from '../../../source/core/transcript-text.js';
import type {Word} from '../../../source/core/word.js';
import {wholeSession} from '../../helpers/real-time-client.js';
import {startRealTimeServer} from '../../helpers/real-time-server.js';
import {scriptedRecogniser, shipIt} from '../../helpers/scripted-recogniser.js';

/**
A recogniser that translates into Spanish by saying so, and hears laughter after "did".
*/
const annotated = (script: readonly Word[] = shipIt): Recogniser =>
	scriptedRecogniser(script, {
		annotate(words): Annotations {
			const first = words[0];
			const last = words.at(-1);
			const laughter = words.find(({text}) => text === 'did');
			return {
				translations: {
					es:
						first && last
							? [
									{
										text: `(es) ${transcriptText(words)}`,
										startSeconds: first.startSeconds,
										endSeconds: last.endSeconds,
										...(first.speaker !== undefined && {speaker: first.speaker}),
									},
								]
							: [],
				},
				audioEvents: laughter
					? [
							{
								type: 'laughter',
								startSeconds: laughter.endSeconds,
								endSeconds: laughter.endSeconds + 1,
								confidence: 0.9,
							},
						]
					: [],
			};
		},
	});

const translating = (...languages: readonly string[]) => ({
	translation_config: {target_languages: languages},
});

describe('translations', () => {
	it('R52: come at the end of a sentence, after its final; a target that is not supported is warned of', async () => {
		const {url} = await startRealTimeServer({recognisers: [annotated()]});
		const messages = await wholeSession(
			url,
			50,
			{max_delay: 1, diarization: 'speaker'},
			translating('es', 'xx'),
		);
		expect(messages.filter(({message}) => message === 'Warning')).toMatchObject([
			{type: 'unsupported_translation_pair', reason: expect.stringContaining('xx')},
		]);
		expect(messages.filter(({message}) => message === 'AddTranslation')).toEqual([
			{
				message: 'AddTranslation',
				format: '2.9',
				language: 'es',
				results: [{content: '(es) Ship it.', start_time: 0.2, end_time: 0.68, speaker: 'S1'}],
			},
			{
				message: 'AddTranslation',
				format: '2.9',
				language: 'es',
				results: [{content: '(es) We did!', start_time: 3, end_time: 3.6, speaker: 'S2'}],
			},
		]);

		const isPeriod = ({message, results}: (typeof messages)[number]): boolean =>
			message === 'AddTranscript' && JSON.stringify(results).includes('"content":"."');
		const translation = messages.findIndex(({message}) => message === 'AddTranslation');
		expect(messages.findIndex(isPeriod)).toBeLessThan(translation);
	});

	it('R53: without any target that is supported, are warned of, and the transcript goes on', async () => {
		const {url} = await startRealTimeServer({recognisers: [scriptedRecogniser(shipIt)]});
		const messages = await wholeSession(url, 10, {}, translating('es'));
		expect(messages.filter(({message}) => message === 'Warning').map(({type}) => type)).toEqual([
			'unsupported_translation_pair',
			'empty_translation_target_list',
		]);
		expect(messages.map(({message}) => message)).toContain('AddTranscript');
	});

	it('R54: into six languages end the session', async () => {
		const {url} = await startRealTimeServer({recognisers: [annotated()]});
		await expect(wholeSession(url, 1, {}, translating(...'abcdef'))).rejects.toThrow('invalid_config');
	});

	it('come as partials only where they are asked for', async () => {
		const {url} = await startRealTimeServer({recognisers: [annotated()]});
		const ask = async (enablePartials: boolean) =>
			wholeSession(
				url,
				6,
				{enable_partials: true},
				{translation_config: {target_languages: ['es'], enable_partials: enablePartials}},
			);
		expect((await ask(true)).filter(({message}) => message === 'AddPartialTranslation')).toMatchObject([
			{language: 'es', results: [{content: '(es) Ship'}]},
		]);
		expect((await ask(false)).map(({message}) => message)).not.toContain('AddPartialTranslation');
	});

	it('of a sentence that never ends come before EndOfTranscript', async () => {
		const {url} = await startRealTimeServer({recognisers: [annotated(shipIt.slice(0, 2))]});
		const messages = await wholeSession(url, 10, {}, translating('es'));
		expect(messages.slice(-2)).toMatchObject([
			{message: 'AddTranslation', results: [{content: '(es) Ship it'}]},
			{message: 'EndOfTranscript'},
		]);
	});

	it('are not sent where nobody asked', async () => {
		const {url} = await startRealTimeServer({recognisers: [annotated()]});
		expect((await wholeSession(url, 10)).map(({message}) => message)).not.toContain('AddTranslation');
	});
});

describe('audio events', () => {
	const started = {message: 'AudioEventStarted', event: {type: 'laughter', start_time: 3.6, confidence: 0.9}};
	const ended = {message: 'AudioEventEnded', event: {type: 'laughter', end_time: 4.6}};

	it.each([
		['of all types', {}, [started, ended]],
		['of this type', {types: ['laughter']}, [started, ended]],
		['of another type', {types: ['music']}, []],
		['of no type', undefined, []],
	])('that are asked for, here %s, come in pairs', async (_which, config, expected) => {
		const {url} = await startRealTimeServer({recognisers: [annotated()]});
		const messages = await wholeSession(url, 50, {}, {audio_events_config: config});
		expect(messages.filter(({message}) => message.startsWith('AudioEvent'))).toEqual(expected);
	});
});

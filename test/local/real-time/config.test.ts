import {describe, expect, it} from 'vitest';
import {readStartRecognition} from '../../../source/local/real-time/config.js';
import {readSetRecognitionConfig} from '../../../source/local/real-time/settings.js';

const start = (
	config: Readonly<Record<string, unknown>>,
	changes: Readonly<Record<string, unknown>> = {},
) => ({
	message: 'StartRecognition',
	audio_format: {type: 'raw', encoding: 'pcm_s16le', sample_rate: 16_000},
	transcription_config: {language: 'en', ...config},
	...changes,
});

const read = (config: Readonly<Record<string, unknown>>, changes?: Readonly<Record<string, unknown>>) =>
	readStartRecognition(start(config, changes), ['en', 'cmn']);

describe('readStartRecognition', () => {
	it('fills in the defaults of the service', () => {
		expect(read({})).toEqual({
			audio: {type: 'raw', encoding: 'pcm_s16le', sampleRateHz: 16_000},
			language: 'en',
			model: 'standard',
			hasSpeakers: false,
			vocabulary: [],
			wantsSpeakersAtEnd: false,
			bringsSpeakers: false,
			settings: {
				maxDelaySeconds: 4,
				maxDelayMode: 'flexible',
				enablePartials: false,
				endOfUtteranceSilenceSeconds: 0,
			},
		});
	});

	it('reads every field that changes what is sent', () => {
		const config = read(
			{
				operating_point: 'enhanced',
				diarization: 'channel_and_speaker',
				channel_diarization_labels: ['agent', 'caller'],
				speaker_diarization_config: {
					get_speakers: true,
					speakers: [{label: 'Ann', speaker_identifiers: ['a1']}],
				},
				punctuation_overrides: {sensitivity: 0.5, permitted_marks: ['.', ',']},
				transcript_filtering_config: {remove_disfluencies: true, replacements: [{from: '/a/', to: ''}]},
				additional_vocab: ['Duet', {content: 'Ink', sounds_like: ['inc']}],
				max_delay: 0.7,
				max_delay_mode: 'fixed',
				enable_partials: true,
				conversation_config: {end_of_utterance_silence_trigger: 0.5},
			},
			{
				audio_format: {type: 'file'},
				translation_config: {target_languages: ['de', 'es', 'de'], enable_partials: true},
				audio_events_config: {types: ['music']},
			},
		);
		expect(config).toEqual({
			audio: {type: 'file'},
			language: 'en',
			model: 'enhanced',
			hasSpeakers: true,
			channels: ['agent', 'caller'],
			vocabulary: [{content: 'Duet'}, {content: 'Ink', soundsLike: ['inc']}],
			filter: {
				punctuation_overrides: {sensitivity: 0.5, permitted_marks: ['.', ',']},
				transcript_filtering_config: {remove_disfluencies: true, replacements: [{from: '/a/', to: ''}]},
			},
			wantsSpeakersAtEnd: true,
			bringsSpeakers: true,
			translation: {languages: ['de', 'es'], enablePartials: true},
			audioEventTypes: ['music'],
			settings: {
				maxDelaySeconds: 0.7,
				maxDelayMode: 'fixed',
				enablePartials: true,
				endOfUtteranceSilenceSeconds: 0.5,
			},
		});
	});

	it('prefers the model to its older name', () => {
		expect(read({model: 'standard', operating_point: 'enhanced'}).model).toBe('standard');
	});

	it('accepts what changes nothing here', () => {
		const config = read({
			domain: 'medical',
			output_locale: 'en-GB',
			enable_entities: true,
			audio_filtering_config: {volume_threshold: 100},
			max_delay_mode: null,
			streaming_mode: true,
		});
		expect(config).toEqual(read({}));
	});

	it.each([
		['R9: no language', {language: undefined}, 'invalid_config'],
		['R10: an unknown language', {language: 'xx'}, 'invalid_language'],
		['R10: a language named like an inherited property', {language: 'toString'}, 'invalid_language'],
		['R10: a model that this host has not', {model: 'melia-1'}, 'invalid_model'],
		['a model that nobody has', {model: 'best'}, 'invalid_config'],
		['R11: a max delay of 0.5', {max_delay: 0.5}, 'invalid_config'],
		['R11: a max delay of 5', {max_delay: 5}, 'invalid_config'],
		['a max delay mode that there is not', {max_delay_mode: 'slow'}, 'invalid_config'],
		['partials that are a text', {enable_partials: 'true'}, 'invalid_config'],
		['a field that there is not', {max_dealy: 1}, 'invalid_config'],
		['a diarization that there is not', {diarization: 'speakers'}, 'invalid_config'],
		['one speaker at most', {speaker_diarization_config: {max_speakers: 1}}, 'invalid_config'],
		['a sensitivity of 1.1', {speaker_diarization_config: {speaker_sensitivity: 1.1}}, 'invalid_config'],
		[
			'a speaker called S1',
			{speaker_diarization_config: {speakers: [{label: 'S1', speaker_identifiers: ['a']}]}},
			'invalid_config',
		],
		['three channels', {channel_diarization_labels: ['a', 'b', 'c']}, 'invalid_config'],
		['a channel with a space', {channel_diarization_labels: ['a b']}, 'invalid_config'],
		[
			'two channels of one name',
			{diarization: 'channel', channel_diarization_labels: ['a', 'a']},
			'invalid_config',
		],
		['1001 words of vocabulary', {additional_vocab: Array(1001).fill('word')}, 'invalid_config'],
		['vocabulary without content', {additional_vocab: [{sounds_like: ['inc']}]}, 'invalid_config'],
		[
			'an end of utterance after 2.1 s',
			{conversation_config: {end_of_utterance_silence_trigger: 2.1}},
			'invalid_config',
		],
		[
			'a replacement whose pattern is wrong',
			{transcript_filtering_config: {replacements: [{from: '/(/', to: ''}]}},
			'invalid_config',
		],
		['a volume of 101', {audio_filtering_config: {volume_threshold: 101}}, 'invalid_config'],
	])('refuses %s', (_what, config, type) => {
		expect(() => read(config)).toThrow(expect.objectContaining({type}));
	});

	it.each([
		['no audio format', {audio_format: undefined}, 'invalid_message'],
		['no transcription config', {transcription_config: undefined}, 'invalid_message'],
		['an unknown type of audio', {audio_format: {type: 'wav'}}, 'invalid_audio_type'],
		[
			'an unknown encoding',
			{audio_format: {type: 'raw', encoding: 'pcm_s24le', sample_rate: 16_000}},
			'invalid_audio_type',
		],
		['raw audio without a rate', {audio_format: {type: 'raw', encoding: 'mulaw'}}, 'invalid_audio_type'],
		[
			'half a hertz',
			{audio_format: {type: 'raw', encoding: 'mulaw', sample_rate: 8000.5}},
			'invalid_audio_type',
		],
		['R54: six target languages', {translation_config: {target_languages: [...'abcdef']}}, 'invalid_config'],
		['translation into nothing', {translation_config: {}}, 'invalid_config'],
		['an audio event that there is not', {audio_events_config: {types: ['thunder']}}, 'invalid_config'],
	])('refuses %s', (_what, changes, type) => {
		expect(() => read({}, changes)).toThrow(expect.objectContaining({type}));
	});

	it('R56: refuses a language that is not the one of the address', () => {
		expect(() => readStartRecognition(start({language: 'cmn'}), ['en', 'cmn'], 'en')).toThrow(
			expect.objectContaining({type: 'invalid_config'}),
		);
		expect(readStartRecognition(start({language: 'en'}), ['en', 'cmn'], 'en').language).toBe('en');
	});
});

describe('readSetRecognitionConfig', () => {
	const {settings} = read({max_delay: 2, enable_partials: true});
	const set = (config: Readonly<Record<string, unknown>>) =>
		readSetRecognitionConfig({message: 'SetRecognitionConfig', transcription_config: config}, 'en', settings);

	it('R32: changes what is named and nothing else', () => {
		expect(set({language: 'en', max_delay: 1})).toEqual({...settings, maxDelaySeconds: 1});
	});

	it('needs no language, as the JavaScript client may send none', () => {
		expect(set({enable_partials: false})).toEqual({...settings, enablePartials: false});
	});

	it.each([
		['another language', {language: 'de'}],
		['a field that is fixed for the session', {language: 'en', diarization: 'speaker'}],
		['a max delay out of range', {language: 'en', max_delay: 10}],
	])('R33: refuses %s', (_what, config) => {
		expect(() => set(config)).toThrow(expect.objectContaining({type: 'invalid_config'}));
	});

	it('refuses a message without a configuration', () => {
		expect(() => readSetRecognitionConfig({message: 'SetRecognitionConfig'}, 'en', settings)).toThrow(
			expect.objectContaining({type: 'invalid_message'}),
		);
	});
});

import {describe, expect, it} from 'vitest';
import {ProblemError} from '../../source/core/problem.js';
import {batchConfig} from '../../source/speechmatics/batch-config.js';
import {realTimeConfig, realTimeWarnings} from '../../source/speechmatics/real-time-config.js';
import {plainOptions} from '../helpers/transcription-options.js';

const vocabulary = [{content: 'Ink'}, {content: 'gnocchi', soundsLike: ['nyohki', 'nokey']}];
const additionalVocab = [{content: 'Ink'}, {content: 'gnocchi', sounds_like: ['nyohki', 'nokey']}];

describe('batchConfig', () => {
	it('calls the model an operating point, and leaves real-time’s settings out', () => {
		expect(batchConfig(plainOptions)).toEqual({
			language: 'en',
			operating_point: 'enhanced',
			diarization: 'none',
			enable_entities: false,
		});
	});

	it('passes the vocabulary and channels on', () => {
		expect(batchConfig({...plainOptions, diarization: 'channel', vocabulary})).toMatchObject({
			diarization: 'channel',
			additional_vocab: additionalVocab,
		});
	});
});

describe('realTimeConfig', () => {
	it('asks for partials of raw samples, with every default said out loud', () => {
		expect(realTimeConfig({...plainOptions, diarization: 'speaker'})).toEqual({
			audio_format: {type: 'raw', encoding: 'pcm_s16le', sample_rate: 16_000},
			transcription_config: {
				language: 'en',
				model: 'enhanced',
				diarization: 'speaker',
				enable_entities: false,
				enable_partials: true,
				max_delay: 1,
				max_delay_mode: 'flexible',
			},
		});
	});

	it('passes the vocabulary on', () => {
		expect(realTimeConfig({...plainOptions, vocabulary}).transcription_config.additional_vocab).toEqual(
			additionalVocab,
		);
	});

	it('tells no channels apart, and says so', () => {
		const options = {...plainOptions, diarization: 'channel'} as const;
		expect(realTimeConfig(options).transcription_config.diarization).toBe('none');
		expect(realTimeWarnings(options)).toHaveLength(1);
		expect(realTimeWarnings(plainOptions)).toEqual([]);
	});

	it('refuses to find out the language', () => {
		expect(() => realTimeConfig({...plainOptions, language: 'auto'})).toThrow(ProblemError);
	});
});

import {priceSetting} from './price-setting.js';
import type {SettingRow} from './setting-row.js';

/**
The value behind or before this one; from the last on to the first.
*/
const next = <Value>(choices: readonly Value[], value: Value, by: number): Value =>
	choices[(choices.indexOf(value) + by + choices.length) % choices.length] ?? value;

const engines = ['auto', 'cloud', 'local'] as const;
const regions = ['eu', 'us', 'au', 'global'] as const;
const models = ['standard', 'enhanced'] as const;
const diarizations = ['none', 'speaker'] as const;
const delays = [0.7, 1, 1.5, 2, 2.5, 3, 3.5, 4];

const steppedDelay = (seconds: number, by: number): number =>
	(by > 0 ? delays.find(delay => delay > seconds) : delays.findLast(delay => delay < seconds)) ?? seconds;

const isLanguage = (text: string): boolean => /^[a-z]{2,4}(?:[_\-][a-z]{2,4})*$/iv.test(text);

/**
All settings, in order.
*/
export const settingRows: readonly SettingRow[] = [
	{
		id: 'engine',
		group: 'Engine',
		title: 'Engine',
		help: 'Where audio goes. auto: to the cloud where a key is set, else to the local engine, which is free and works offline, and is no measure of the service.',
		kind: 'choice',
		show: ({engine}) => engine,
		step: ({engine}, by) => ({engine: next(engines, engine, by)}),
	},
	{
		id: 'recogniser',
		group: 'Engine',
		title: 'Recogniser',
		help: 'Of the local engine. replay only plays back the sample. pocketsphinx recognises English, so-so. auto: replay for the sample, pocketsphinx for the rest.',
		kind: 'choice',
		show: ({recogniser}) => recogniser,
		step: ({recogniser}, by, {recognisers}) => ({
			recogniser: next(['auto', ...recognisers], recogniser, by),
		}),
	},
	{
		id: 'region',
		group: 'Engine',
		title: 'Region',
		help: 'The cloud region. Take the one of your contract, else the nearest: the way there is part of every latency. au has no real-time.',
		kind: 'choice',
		show: ({region}) => region,
		step: ({region}, by) => ({region: next(regions, region, by)}),
	},
	{
		id: 'api-key',
		group: 'Engine',
		title: 'API key',
		help: 'From portal.speechmatics.com. Typed here it goes into the settings file, for your eyes only; SPEECHMATICS_API_KEY keeps it elsewhere.',
		kind: 'entry',
		isSecret: true,
		show: (_, {keyEnding}) => (keyEnding === undefined ? 'not set' : `set, ends in ${keyEnding}`),
		edited: () => '',
		parse(text) {
			const apiKey = text.trim();
			if (apiKey === '') {
				return {};
			}

			return /^[\x21-\x7e]{8,}$/v.test(apiKey) ? {apiKey} : 'A key has letters and digits, and no spaces.';
		},
	},
	{
		id: 'language',
		group: 'Transcription',
		title: 'Language',
		help: 'The language that is spoken, as a code: en, de, cmn. auto lets batch find out; real-time has to be told.',
		kind: 'entry',
		show: ({language}) => language,
		edited: ({language}) => language,
		parse: text =>
			isLanguage(text.trim()) ? {language: text.trim()} : 'A language is a code such as en, de or cmn.',
	},
	{
		id: 'model',
		group: 'Transcription',
		title: 'Model',
		help: 'enhanced makes fewer errors, standard costs less. Formerly called operating point.',
		kind: 'choice',
		show: ({model}) => model,
		step: ({model}, by) => ({model: next(models, model, by)}),
	},
	{
		id: 'max-delay',
		group: 'Transcription',
		title: 'Max delay',
		help: 'Real-time only: the longest wait for a final word. Short is quick, long is more accurate; partials are as quick either way.',
		kind: 'choice',
		show: ({maxDelaySeconds}) => `${maxDelaySeconds} s`,
		step: ({maxDelaySeconds}, by) => ({maxDelaySeconds: steppedDelay(maxDelaySeconds, by)}),
	},
	{
		id: 'diarization',
		group: 'Transcription',
		title: 'Diarization',
		help: 'speaker tells speakers apart by their voices and calls them S1, S2 and so on.',
		kind: 'choice',
		show: ({diarization}) => diarization,
		step: ({diarization}, by) => ({diarization: next(diarizations, diarization, by)}),
	},
	{
		id: 'microphone',
		group: 'Transcription',
		title: 'Microphone',
		help: 'Duet cannot listen to a microphone yet. Real-time plays a file at the pace of speech instead.',
		kind: 'none',
		show: () => 'not yet',
	},
	priceSetting('batch', 'standard'),
	priceSetting('batch', 'enhanced'),
	priceSetting('real-time', 'standard'),
	priceSetting('real-time', 'enhanced'),
];

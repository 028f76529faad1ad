import type {Mode} from '../core/mode.js';
import {keptOptions} from './kept-options.js';
import {liveOptions} from './live-options.js';
import {
	anyText,
	apiKey,
	numberBetween,
	type Option,
	oneOf,
	option,
	wholeNumberBetween,
	yesOrNo,
} from './option.js';
import {recogniserOptionNames, recogniserOptions} from './recogniser-options.js';
import {serveOptions} from './serve-options.js';

/**
Every option of every command, declared once. Parsing, help, settings and their precedence are made from this list.
*/
export const options = {
	engine: option<'cloud' | 'local' | undefined>({
		valueName: 'cloud|local',
		help: 'where to transcribe (default: cloud where a key is set, else local)',
		isSetting: true,
		fallback: undefined,
		parse: oneOf('cloud', 'local'),
	}),
	'api-key': option<string | undefined>({
		valueName: 'KEY',
		help: 'the Speechmatics API key',
		isFlag: false,
		environment: ['SPEECHMATICS_API_KEY'],
		isSetting: true,
		fallback: undefined,
		parse: apiKey,
	}),
	region: option<string>({
		valueName: 'eu|us|au|global',
		help: 'the cloud region (default: eu)',
		environment: ['SPEECHMATICS_REGION'],
		isSetting: true,
		fallback: 'eu',
		parse: oneOf('eu', 'us', 'au', 'global'),
	}),
	'batch-url': option<string | undefined>({
		valueName: 'URL',
		help: 'another batch server, such as an on-premises one',
		environment: ['SPEECHMATICS_BATCH_URL'],
		isSetting: true,
		fallback: undefined,
		parse: anyText('an address such as http://host:18000/v2'),
	}),
	'rt-url': option<string | undefined>({
		valueName: 'URL',
		help: 'another real-time server, such as an on-premises one',
		environment: ['SPEECHMATICS_RT_URL'],
		isSetting: true,
		fallback: undefined,
		parse: anyText('an address such as ws://host:9000/v2'),
	}),
	...recogniserOptions,
	language: option<string>({
		valueName: 'CODE',
		help: 'language of the speech, such as en, de or cmn (default: en)',
		isSetting: true,
		fallback: 'en',
		parse: anyText('a language code such as en, de or cmn'),
	}),
	model: option<'standard' | 'enhanced'>({
		valueName: 'standard|enhanced',
		help: 'the model, formerly called operating point (default: enhanced)',
		isSetting: true,
		fallback: 'enhanced',
		parse: oneOf('standard', 'enhanced'),
	}),
	'max-delay': option<number>({
		valueName: 'SECONDS',
		help: 'real-time: longest wait for a final, 0.7 to 4 (default: 2)',
		isSetting: true,
		fallback: 2,
		parse: numberBetween(0.7, 4, 'seconds'),
	}),
	'max-delay-mode': option<'flexible' | 'fixed'>({
		valueName: 'flexible|fixed',
		help: 'real-time: whether a number or date may exceed the delay (default: flexible)',
		isSetting: true,
		fallback: 'flexible',
		parse: oneOf('flexible', 'fixed'),
	}),
	diarization: option<'none' | 'speaker' | 'channel'>({
		valueName: 'none|speaker|channel',
		help: 'tell speakers apart (default: speaker)',
		isSetting: true,
		fallback: 'speaker',
		parse: oneOf('none', 'speaker', 'channel'),
	}),
	vocab: option<string | undefined>({
		valueName: 'FILE',
		help: 'words to know: one a line, “word: sounds like, …”, or the API’s JSON list',
		isSetting: true,
		fallback: undefined,
		parse: anyText('the path of a file'),
	}),
	reference: option<string | undefined>({
		valueName: 'FILE',
		help: 'what was really said, to measure word error rates against',
		fallback: undefined,
		parse: anyText('the path of a text file'),
	}),
	...liveOptions,
	pace: option<number>({
		valueName: 'N',
		help: 'play a file N times as fast as speech; latencies then mean nothing (default: 1)',
		fallback: 1,
		parse: numberBetween(0.1, 1000, 'times'),
	}),
	jobs: option<number>({
		valueName: 'N',
		help: 'batch: how many files at once (default: 4)',
		isSetting: true,
		fallback: 4,
		parse: wholeNumberBetween(1, 50, 'jobs'),
	}),
	format: option<'txt' | 'srt' | 'vtt' | 'json' | 'md' | 'html'>({
		valueName: 'txt|srt|vtt|json|md|html',
		help: 'how to write the transcript (default: txt)',
		fallback: 'txt',
		parse: oneOf('txt', 'srt', 'vtt', 'json', 'md', 'html'),
	}),
	mode: option<Mode | undefined>({
		valueName: 'batch|real-time',
		help: 'whose transcript (default: that of batch, where there is one)',
		fallback: undefined,
		parse: oneOf('batch', 'real-time'),
	}),
	output: option<string | undefined>({
		valueName: 'FILE',
		help: 'write the result to a file, or for many inputs into a folder, instead of stdout',
		fallback: undefined,
		parse: anyText('the path of a file'),
	}),
	json: option<boolean>({
		help: 'print one JSON object instead of text',
		fallback: false,
		parse: yesOrNo,
	}),
	...keptOptions,
	...serveOptions,
	color: option<boolean>({
		help: 'no colours, as with NO_COLOR',
		isOn: true,
		fallback: true,
		parse: yesOrNo,
	}),
	linear: option<boolean>({
		help: 'line by line, nothing drawn in place: for screen readers (also ACCESSIBLE=1)',
		environment: ['ACCESSIBLE', 'INK_SCREEN_READER'],
		isSetting: true,
		fallback: false,
		parse: yesOrNo,
	}),
	help: option<boolean>({help: 'show help', fallback: false, parse: yesOrNo}),
	version: option<boolean>({help: 'show the version', fallback: false, parse: yesOrNo}),
} as const;

export type OptionName = keyof typeof options;

/**
The value of every option, parsed.
*/
export type OptionValues = {
	readonly [Name in OptionName]: (typeof options)[Name] extends Option<infer Value> ? Value : never;
};

/**
Options that every command takes.
*/
export const commonOptions: readonly OptionName[] = ['linear', 'color', 'help', 'version'];

/**
Options of the commands that transcribe.
*/
export const transcriptionOptionNames: readonly OptionName[] = [
	'engine',
	'api-key',
	'region',
	'batch-url',
	'rt-url',
	...recogniserOptionNames,
	'language',
	'model',
	'max-delay',
	'max-delay-mode',
	'diarization',
	'vocab',
];

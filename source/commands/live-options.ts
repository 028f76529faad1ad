import {anyText, option, wholeNumberBetween, yesOrNo} from './option.js';

/**
The options of live audio, declared as all the others.
*/
export const liveOptions = {
	device: option<string | undefined>({
		valueName: 'NAME|ID',
		help: 'the microphone, as duet devices lists it, or a part of its name (default: the system’s)',
		environment: ['DUET_DEVICE'],
		isSetting: true,
		fallback: undefined,
		parse: anyText('the name or id of an input, as duet devices lists them'),
	}),
	record: option<boolean>({
		help: 'keep no recording of live audio',
		isOn: true,
		isSetting: true,
		fallback: true,
		parse: yesOrNo,
	}),
	rate: option<number>({
		valueName: 'HZ',
		help: 'of samples that come through a pipe without a header (default: 16000)',
		fallback: 16_000,
		parse: wholeNumberBetween(4000, 192_000, 'hertz'),
	}),
	live: option<boolean>({
		help: 'speak: the microphone in real time, then its recording as a batch job (Ctrl-C or s ends the speech)',
		fallback: false,
		parse: yesOrNo,
	}),
} as const;

/**
Those of the commands that can listen to live audio.
*/
export const liveOptionNames = ['device', 'record', 'rate'] as const;

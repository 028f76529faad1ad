import {numberBetween, option} from './option.js';

/**
How long and how much of runs is kept, declared as all the other options.
*/
export const keptOptions = {
	'keep-days': option<number | undefined>({
		valueName: 'N',
		help: 'for how many days runs and their recordings are kept (default: for good)',
		isFlag: false,
		isSetting: true,
		fallback: undefined,
		parse: numberBetween(0, 36_500, 'days'),
	}),
	'keep-megabytes': option<number | undefined>({
		valueName: 'N',
		help: 'how much of runs and their recordings is kept (default: all)',
		isFlag: false,
		isSetting: true,
		fallback: undefined,
		parse: numberBetween(0, 1e9, 'megabytes'),
	}),
} as const;

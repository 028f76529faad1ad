import {anyText, numberBetween, option, wholeNumberBetween} from './option.js';

/**
The options of the local server, declared as all the others.
*/
export const serveOptions = {
	port: option<number>({
		valueName: 'PORT',
		help: 'port of the server (default: a free one)',
		fallback: 0,
		parse: wholeNumberBetween(0, 65_535, 'a port'),
	}),
	'job-seconds': option<number | undefined>({
		valueName: 'N',
		help: 'how long each batch job takes (default: 1.5 + 6 % of the audio)',
		fallback: undefined,
		parse: numberBetween(0, 86_400, 'seconds'),
	}),
	fault: option<string | undefined>({
		valueName: 'SPEC',
		help: 'what goes wrong on purpose, such as drop@12s or 503~10%,429=2s@create×3 (see below)',
		fallback: undefined,
		parse: anyText('the name of a fault, such as drop@12s; duet serve --help lists them'),
	}),
	seed: option<number | undefined>({
		valueName: 'N',
		help: 'draw the faults of --fault as another server did that had this seed (default: a random one)',
		fallback: undefined,
		parse: wholeNumberBetween(0, 999_999_999, 'a seed'),
	}),
} as const;

import type {LibraryHandle} from 'koffi';
import type {DecoderOptions} from './decoder-options.js';
import {type Pointer, present} from './native-call.js';

/**
What the generations of the library do differently.
*/
export type Generation = {
	/**
	Where the functions are that both have, but not in the same library.
	*/
	readonly utilities: LibraryHandle;

	/**
	Makes a configuration from which a decoder is made, and keeps the library from printing.

	@throws {Error} Where the library refuses an option.
	*/
	readonly configure: (options: DecoderOptions) => bigint;
};

/**
5prealpha, which Debian calls 0.8+5prealpha (`libpocketsphinx.so.3`). Options are given as on a command line, and the
ground work is done by a library of its own. It drops silence unless it is told not to, and the times of words would then be too early. The
configuration is printed past its log unless that has a file, so that it gets one.
*/
export const olderGeneration = (library: LibraryHandle, utilities: LibraryHandle): Generation => {
	const definitions: () => Pointer = library.func('void *ps_args()');
	const parse: (
		config: null,
		definitions: Pointer,
		count: number,
		words: readonly string[],
		isStrict: number,
	) => Pointer = utilities.func('void *cmd_ln_parse_r(void *, void *, int, const char **, int)');

	return {
		utilities,
		configure: options => {
			const all = {...options, remove_silence: false, logfn: '/dev/null'};
			const words = Object.entries(all).flatMap(([name, value]) => [`-${name}`, asWord(value)]);
			const commandLine = ['duet', ...words];
			return present('cmd_ln_parse_r', parse(null, definitions(), commandLine.length, commandLine, 1));
		},
	};
};

const asWord = (value: DecoderOptions[string]): string =>
	typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);

/**
5.0 and later (`libpocketsphinx.so.5`), which is one library and never drops silence.
*/
export const newerGeneration = (library: LibraryHandle): Generation => {
	const create: (definitions: null) => Pointer = library.func('void *ps_config_init(const void *)');
	const setText: Setter<string> = library.func(
		'const void *ps_config_set_str(void *, const char *, const char *)',
	);
	const setSwitch: Setter<number> = library.func('const void *ps_config_set_bool(void *, const char *, int)');
	const setWhole: Setter<number> = library.func('const void *ps_config_set_int(void *, const char *, long)');
	const setFraction: Setter<number> = library.func(
		'const void *ps_config_set_float(void *, const char *, double)',
	);

	const set = (config: bigint, name: string, value: DecoderOptions[string]): Pointer => {
		switch (typeof value) {
			case 'string': {
				return setText(config, name, value);
			}

			case 'boolean': {
				return setSwitch(config, name, Number(value));
			}

			case 'number': {
				return Number.isInteger(value) ? setWhole(config, name, value) : setFraction(config, name, value);
			}
		}
	};

	return {
		utilities: library,
		configure: options => {
			const config = present('ps_config_init', create(null));
			for (const [name, value] of Object.entries({...options, loglevel: 'FATAL'})) {
				present(`ps_config_set(${name})`, set(config, name, value));
			}

			return config;
		},
	};
};

type Setter<Value> = (config: bigint, name: string, value: Value) => Pointer;

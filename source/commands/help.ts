import type {Command} from './command.js';
import type {Option} from './option.js';
import {commonOptions, type OptionName, options} from './options.js';

/**
Help for one command: what it does, how it is called, and its options, from their declaration.
*/
export const commandHelp = async (command: Command): Promise<string> =>
	[
		`${command.summary}`,
		'',
		`Usage: duet ${[command.name, command.inputs, '[options]'].filter(part => part !== '').join(' ')}`,
		'',
		'Examples',
		...command.examples.map(example => `  $ ${example}`),
		'',
		'Options',
		...optionLines([...command.options, ...commonOptions]),
		'',
		...(command.notes ? [...(await command.notes()), ''] : []),
	].join('\n');

/**
Help for the program: what it is, its commands, and what all of them share.

@param commands - The one without a name is what `duet` alone does.
*/
export const programHelp = (commands: readonly Command[]): string => {
	const usages = commands.map(({name, inputs}) =>
		['duet', name, inputs].filter(part => part !== '').join(' '),
	);
	const width = Math.max(...usages.map(usage => usage.length));
	return [
		'Speechmatics batch and real-time transcription of the same audio, side by side, measured.',
		'',
		'Usage',
		...commands.map(({summary}, index) => `  ${(usages[index] ?? '').padEnd(width)}  ${summary}`),
		'',
		'  duet <command> --help tells what a command takes.',
		'',
		'Without an API key Duet uses its own local server, which replays the sample and recognises other audio offline.',
		'With one, from https://portal.speechmatics.com, it uses the cloud:',
		'',
		'  $ export SPEECHMATICS_API_KEY=…',
		'',
		'Values come from flags, then the environment, then .env, then the settings file.',
		'Exit codes: 0 done · 1 a run failed · 2 wrong usage or input · 3 not authorised · 130 interrupted.',
		'',
	].join('\n');
};

const optionLines = (names: readonly OptionName[]): readonly string[] => {
	const shown = names
		.map(name => ({name, option: options[name] as Option<unknown>}))
		.filter(({option}) => option.isFlag !== false)
		.map(({name, option}) => ({
			flag: [`--${option.isOn ? 'no-' : ''}${name}`, option.valueName].join(' ').trimEnd(),
			help: option.help,
		}));
	const longest = Math.min(Math.max(...shown.map(({flag}) => flag.length)), longestInline);
	return shown.flatMap(({flag, help}) =>
		flag.length > longest
			? [`  ${flag}`, `  ${' '.repeat(longest)}  ${help}`]
			: [`  ${flag.padEnd(longest)}  ${help}`],
	);
};

const longestInline = 34;

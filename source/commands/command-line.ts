import meow from 'meow';
import {ProblemError} from '../core/problem.js';
import type {Command} from './command.js';
import type {Option} from './option.js';
import {commonOptions, options} from './options.js';
import {checkNames, isOneStepFrom} from './resolve-options.js';

/**
A command line, taken apart but not yet understood.
*/
export type CommandLine = {
	readonly command: Command;
	readonly inputs: readonly string[];

	/**
	Texts by option name; switches as `true` and `false`. Of an option given twice the last one counts.
	*/
	readonly flags: Readonly<Record<string, string>>;
	readonly version: string;
};

/**
Takes the arguments apart with meow and finds the command they name; without one, the first of the list.

@throws {ProblemError} Of kind `bad-input`, for an option that the command does not have or a wrong number of inputs.
*/
export const readCommandLine = (
	argv: readonly string[],
	importMeta: ImportMeta,
	commands: readonly [Command, ...Command[]],
): CommandLine => {
	const parsed = meow({
		importMeta,
		argv,
		autoHelp: false,
		autoVersion: false,
		booleanDefault: undefined, // A switch that is not given is not there, so that --no-color can be told from it.
		flags: meowFlags,
	});
	const [first, ...rest] = parsed.input;
	const named = commands.find(({name}) => name !== '' && name === first);
	const command = named ?? commands[0];
	if (!named && first !== undefined) {
		refuseMistypedCommand(first, commands);
	}

	const inputs = named ? rest : parsed.input;
	const flags = {...texts(parsed.flags), ...unreadTexts(argv, parsed.flags)};

	checkNames(
		Object.keys(flags),
		[...command.options, ...commonOptions].filter(
			name => (options[name] as Option<unknown>).isFlag !== false,
		),
		name => (name.length === 1 ? `-${name}` : `--${name}`),
		`See ${['duet', command.name, '--help'].filter(part => part !== '').join(' ')}.`,
	);
	if (flags['help'] !== 'true' && flags['version'] !== 'true') {
		checkInputCount(command, inputs);
	}

	return {command, inputs, flags, version: String(parsed.pkg.version)};
};

const camelCase = (name: string): string =>
	name.replaceAll(/-(?<letter>\w)/g, (_, letter: string) => letter.toUpperCase());

const meowFlags = Object.fromEntries(
	Object.entries(options).map(([name, option]) => {
		const isSwitch = !('valueName' in option);
		const shortFlag = {help: 'h', output: 'o', format: 'f'}[name];
		return [
			camelCase(name),
			{
				...(shortFlag !== undefined && {shortFlag}),
				...(isSwitch ? ({type: 'boolean'} as const) : ({type: 'string', isMultiple: true} as const)),
			},
		];
	}),
);

/**
meow gives switches that were not used as `false` or leaves them out, and repeated options as lists.
*/
const texts = (flags: Readonly<Record<string, unknown>>): Record<string, string> => {
	const entries = Object.entries(flags).flatMap(([name, value]): Array<[string, string]> => {
		const last: unknown = Array.isArray(value) ? value.at(-1) : value;
		const isUnused = last === undefined || (last === false && !isOn(kebabCase(name)));
		return isUnused ? [] : [[kebabCase(name), String(last)]];
	});
	return Object.fromEntries(entries);
};

const isOn = (name: string): boolean =>
	(options as Readonly<Record<string, Option<unknown>>>)[name]?.isOn ?? false;

/**
What meow drops: an option without its value, and a value that is given to a switch. Neither must pass for the default.
*/
const unreadTexts = (
	argv: readonly string[],
	flags: Readonly<Record<string, unknown>>,
): Record<string, string> => {
	const end = argv.indexOf('--');
	const written = argv.slice(0, end === -1 ? undefined : end);
	const entries = Object.entries(options).flatMap(([name, option]): Array<[string, string]> => {
		const last = written.findLast(argument => argument === `--${name}` || argument.startsWith(`--${name}=`));
		if (last === undefined) {
			return [];
		}

		if (!('valueName' in option)) {
			return last.includes('=') ? [[name, last.slice(last.indexOf('=') + 1)]] : [];
		}

		const read = flags[camelCase(name)];
		return Array.isArray(read) && read.length > 0 ? [] : [[name, '']];
	});
	return Object.fromEntries(entries);
};

const kebabCase = (name: string): string => name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

/**
A mistyped command would be taken for a file. One that exists can still be named with its folder.
*/
const refuseMistypedCommand = (input: string, commands: readonly Command[]): void => {
	const near = commands.find(({name}) => name !== '' && isOneStepFrom(name, input));
	if (near) {
		throw new ProblemError({
			kind: 'bad-input',
			message: `There is no command ${input}.`,
			nextStep: `Did you mean duet ${near.name}? A file of that name is ./${input}.`,
		});
	}
};

const checkInputCount = ({name, inputs: usage, inputCount}: Command, inputs: readonly string[]): void => {
	const [minimum, maximum] = inputCount;
	if (inputs.length >= minimum && inputs.length <= maximum) {
		return;
	}

	const shown = ['duet', name].filter(part => part !== '').join(' ');
	throw new ProblemError({
		kind: 'bad-input',
		message:
			inputs.length < minimum
				? `${shown} needs something to transcribe.`
				: `${shown} does not take “${inputs[maximum]}”.`,
		nextStep: `Usage: ${shown} ${usage}`.trimEnd(),
	});
};

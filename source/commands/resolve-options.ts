import {ProblemError} from '../core/problem.js';
import type {Option} from './option.js';
import {type OptionName, type OptionValues, options} from './options.js';

/**
Where option values come from, as written by the user: the first layer that has one counts.
*/
export type OptionLayer = {
	/**
	Shown with a value: `flag`, `environment`, `.env`, `settings file`.
	*/
	readonly origin: string;
	readonly get: (name: OptionName, option: Option<unknown>) => string | undefined;

	/**
	What the user has set there, as a message names it.
	*/
	readonly shownName: (name: OptionName, option: Option<unknown>) => string;
};

/**
Every option's value, and where it came from.
*/
export type ResolvedOptions = {
	readonly values: OptionValues;
	readonly origins: Readonly<Record<OptionName, string>>;
};

/**
The layers of design: flag, then environment, then `.env`, then the settings file. The default comes after them.

@param flags - Texts by option name; switches as `true` and `false`.
*/
export const optionLayers = (
	flags: Readonly<Record<string, string>>,
	environment: Readonly<Record<string, string | undefined>>,
	dotEnv: Readonly<Record<string, string | undefined>>,
	settings: Readonly<Record<string, string>>,
): readonly OptionLayer[] => [
	{origin: 'flag', get: name => flags[name], shownName: name => `--${name}`},
	variableLayer('environment', environment),
	variableLayer('.env', dotEnv),
	{
		origin: 'settings file',
		get: (name, {isSetting}) => (isSetting ? settings[name] : undefined),
		shownName: name => `“${name}” in the settings file`,
	},
];

const variableLayer = (
	origin: string,
	variables: Readonly<Record<string, string | undefined>>,
): OptionLayer => {
	// A variable that is set to nothing, as in the example file, is not set.
	const setName = ({environment}: Option<unknown>) => environment?.find(name => variables[name]);
	return {
		origin,
		get(_, option) {
			const name = setName(option);
			return name && variables[name];
		},
		shownName: (_, option) => `${setName(option)} (${origin})`,
	};
};

/**
Finds and parses every option.

@param onBadValue - Told of a value that is not allowed; the default holds then. Without it, and for a flag, it is thrown.
@throws {ProblemError} Of kind `bad-input`, for a value that is not allowed; it names the place the value came from.
*/
export const resolveOptions = (
	layers: readonly OptionLayer[],
	onBadValue?: (name: OptionName, error: unknown) => void,
): ResolvedOptions => {
	const values: Record<string, unknown> = {};
	const origins: Record<string, string> = {};
	for (const [name, declared] of Object.entries(options)) {
		const option = declared as Option<unknown>;
		const layer = layers.find(candidate => candidate.get(name as OptionName, option) !== undefined);
		const text = layer?.get(name as OptionName, option);
		origins[name] = layer?.origin ?? 'default';
		values[name] = option.fallback;
		try {
			if (layer !== undefined && text !== undefined) {
				values[name] = option.parse(text, layer.shownName(name as OptionName, option));
			}
		} catch (error) {
			if (!onBadValue || layer?.origin === 'flag') {
				throw error;
			}

			origins[name] = 'default';
			onBadValue(name as OptionName, error);
		}
	}

	return {values: values as OptionValues, origins: origins as Record<OptionName, string>};
};

/**
Refuses settings that are no options, so that a typing error does not go unnoticed.

@throws {ProblemError} Of kind `bad-input`, with the nearest name there is.
*/
export const checkNames = (
	names: readonly string[],
	known: readonly string[],
	shown: (name: string) => string,
	helpHint: string,
): void => {
	const unknown = names.find(name => !known.includes(name));
	if (unknown === undefined) {
		return;
	}

	const near = known.find(name => name.startsWith(unknown) || isOneStepFrom(name, unknown));
	throw new ProblemError({
		kind: 'bad-input',
		message: `There is no ${shown(unknown)} here.`,
		nextStep: near === undefined ? helpHint : `Did you mean ${shown(near)}? ${helpHint}`,
	});
};

/**
Whether two words differ by one letter more, less, changed, or by two neighbours exchanged.
*/
export const isOneStepFrom = (a: string, b: string): boolean => {
	let start = 0;
	while (start < a.length && a[start] === b[start]) {
		start++;
	}

	const restA = a.slice(start);
	const restB = b.slice(start);
	return (
		restA.slice(1) === restB.slice(1) ||
		restA.slice(1) === restB ||
		restA === restB.slice(1) ||
		(restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
	);
};

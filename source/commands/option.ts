import {ProblemError} from '../core/problem.js';

/**
An option of the command line: what help says of it and what its text means.
*/
export type Option<Value> = {
	/**
	A word for the value in help, such as `SECONDS`. An option without one is a switch.
	*/
	readonly valueName?: string;
	readonly help: string;

	/**
	The environment variables that set it; of several the first one that is there.
	*/
	readonly environment?: readonly string[];

	/**
	A switch that is on, and is turned off by `--no-NAME`; its help says what that does.
	*/
	readonly isOn?: boolean;

	/**
	Whether the command line may set it: a secret would be seen by others there.
	*/
	readonly isFlag?: boolean;

	/**
	Whether the settings file may set it, too.
	*/
	readonly isSetting?: boolean;

	/**
	Used where nothing sets it.
	*/
	readonly fallback: Value;

	/**
	@throws {ProblemError} Of kind `bad-input`, with what is allowed.
	*/
	readonly parse: (text: string, name: string) => Value;
};

/**
An option, with the type of its value found out.
*/
export const option = <Value>(declared: Option<Value>): Option<Value> => declared;

/**
A wrong value, with what is allowed.
*/
const badValue = (name: string, text: string, allowed: string): ProblemError =>
	new ProblemError({
		kind: 'bad-input',
		message: text === '' ? `${name} needs a value.` : `${name} cannot be “${text}”.`,
		nextStep: `It takes ${allowed}.`,
	});

/**
Any text but an empty one.
*/
export const anyText = (allowed: string) => (text: string, name: string) => {
	if (text === '') {
		throw badValue(name, text, allowed);
	}

	return text;
};

/**
One of a few words.
*/
export const oneOf =
	<const Choice extends string>(...choices: readonly Choice[]) =>
	(text: string, name: string): Choice => {
		const choice = choices.find(candidate => candidate === text);
		if (choice === undefined) {
			throw badValue(name, text, new Intl.ListFormat('en', {type: 'disjunction'}).format(choices));
		}

		return choice;
	};

/**
A number within a range, both ends included.
*/
export const numberBetween =
	(minimum: number, maximum: number, unit: string) =>
	(text: string, name: string): number => {
		const value = Number(text);
		if (text.trim() === '' || !(value >= minimum && value <= maximum)) {
			throw badValue(name, text, `a number of ${unit} from ${minimum} to ${maximum}`);
		}

		return value;
	};

/**
A whole number within a range, both ends included.
*/
export const wholeNumberBetween =
	(minimum: number, maximum: number, unit: string) =>
	(text: string, name: string): number => {
		const value = numberBetween(minimum, maximum, unit)(text, name);
		if (!Number.isInteger(value)) {
			throw badValue(name, text, `a whole number of ${unit} from ${minimum} to ${maximum}`);
		}

		return value;
	};

/**
A switch. In the environment and in settings it is written out as `true` or `false`, or as 1 or 0.
*/
export const yesOrNo = (text: string, name: string): boolean =>
	['true', '1'].includes(oneOf('true', 'false', '1', '0')(text, name));

/**
An API key: one word that can stand in a header. What is wrong with it is said without showing it.
*/
export const apiKey = (text: string, name: string): string => {
	const key = text.trim();
	if (!/^[\x21-\x7E]+$/.test(key)) {
		throw new ProblemError({
			kind: 'not-authorised',
			message: `${name} is not a key: it is empty, or has spaces, line breaks or characters that no key has.`,
			nextStep: 'Copy it again from https://portal.speechmatics.com, without quotation marks around it.',
		});
	}

	return key;
};

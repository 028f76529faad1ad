import type {Check} from '../json-checks.js';
import {RealTimeError, type RealTimeErrorType} from './errors.js';

/**
A required field of a message, as the type that its check describes.

@throws {RealTimeError} Of type `invalid_message` when it is missing, or of the given type when it is wrong.
*/
export const readField = <Type>(
	message: Readonly<Record<string, unknown>>,
	name: string,
	check: Check,
	type: RealTimeErrorType = 'invalid_config',
): Type => {
	const value = readOptionalField<Type>(message, name, check, type);
	if (value === undefined) {
		throw new RealTimeError('invalid_message', `The message has no ${name}.`);
	}

	return value;
};

/**
A field that may be missing. Null counts as missing.

@throws {RealTimeError} Of the given type when it is wrong.
*/
export const readOptionalField = <Type>(
	message: Readonly<Record<string, unknown>>,
	name: string,
	check: Check,
	type: RealTimeErrorType = 'invalid_config',
): Type | undefined => {
	const value = message[name] ?? undefined;
	const problem = value === undefined ? undefined : check(value, name);
	if (problem !== undefined) {
		throw new RealTimeError(type, problem);
	}

	return value as Type | undefined;
};

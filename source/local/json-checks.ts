/**
Says what is wrong with a value of a JSON message, or nothing.

@param path - Where the value stands, such as `transcription_config.max_delay`.
@returns A sentence for the reason of an Error, or `undefined` for a good value.
*/
export type Check = (value: unknown, path: string) => string | undefined;

export const anything: Check = () => undefined;

export const text: Check = (value, path) =>
	typeof value === 'string' && value !== '' ? undefined : `${path} must be a text that is not empty.`;

export const flag: Check = (value, path) =>
	typeof value === 'boolean' ? undefined : `${path} must be true or false.`;

/**
A number from `low` to `high`, both included.
*/
export const numberWithin =
	(low: number, high: number): Check =>
	(value, path) =>
		typeof value === 'number' && value >= low && value <= high
			? undefined
			: `${path} must be a number ${within(low, high)}.`;

/**
A whole number from `low` to `high`, both included.
*/
export const integerWithin =
	(low: number, high = Number.POSITIVE_INFINITY): Check =>
	(value, path) =>
		Number.isInteger(value) && Number(value) >= low && Number(value) <= high
			? undefined
			: `${path} must be a whole number ${within(low, high)}.`;

export const oneOf =
	(...choices: readonly string[]): Check =>
	(value, path) =>
		typeof value === 'string' && choices.includes(value)
			? undefined
			: `${path} must be one of ${choices.join(', ')}.`;

/**
A text that a whole pattern describes.

@param meaning - What the pattern asks for, after "must be".
*/
export const textLike =
	(pattern: RegExp, meaning: string): Check =>
	(value, path) =>
		typeof value === 'string' && pattern.test(value) ? undefined : `${path} must be ${meaning}.`;

export const listOf =
	(item: Check, longest = Number.POSITIVE_INFINITY): Check =>
	(value, path) => {
		if (!Array.isArray(value)) {
			return `${path} must be a list.`;
		}

		return value.length > longest
			? `${path} has ${value.length} entries, and at most ${longest} are possible.`
			: firstProblem(value.map((entry, index) => item(entry, `${path}[${index}]`)));
	};

/**
Good when any of the checks is; otherwise what the last one says.
*/
export const anyOf =
	(...checks: readonly Check[]): Check =>
	(value, path) => {
		const problems = checks.map(check => check(value, path));
		return problems.includes(undefined) ? undefined : problems.at(-1);
	};

/**
An object with these fields and no others. A field that is null counts as missing.
*/
export const objectOf =
	(fields: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
	(value, path) => {
		if (!isObject(value)) {
			return `${path} must be an object.`;
		}

		const missing = required.find(name => value[name] === undefined || value[name] === null);
		if (missing !== undefined) {
			return `${path}.${missing} is required.`;
		}

		return firstProblem(
			Object.entries(value).map(([name, field]) => {
				const check = Object.hasOwn(fields, name) ? fields[name] : undefined;
				if (check === undefined) {
					return `${path}.${name} is not a known field.`;
				}

				return field === null ? undefined : check(field, `${path}.${name}`);
			}),
		);
	};

/**
A JSON object, and neither a list nor null.
*/
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const firstProblem = (problems: ReadonlyArray<string | undefined>): string | undefined =>
	problems.find(problem => problem !== undefined);

const within = (low: number, high: number): string =>
	Number.isFinite(high) ? `from ${low} to ${high}` : `of at least ${low}`;

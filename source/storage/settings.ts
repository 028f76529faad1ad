import {readFile} from 'node:fs/promises';
import type {Price} from '../core/cost.js';
import {ProblemError} from '../core/problem.js';

/**
What the user has set for good: options by their long names, and prices of their own.
*/
export type Settings = {
	readonly options: Readonly<Record<string, string>>;
	readonly prices: readonly Price[];
};

/**
Reads the settings file. A file that is not there means no settings.

@throws {ProblemError} Of kind `bad-input`, where it is not what it should be; with the place to mend.
*/
export const readSettings = async (file: string): Promise<Settings> => {
	let text: string;
	try {
		text = await readFile(file, 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
			return {options: {}, prices: []};
		}

		throw unusable(file, `it cannot be read (${(error as NodeJS.ErrnoException).code})`);
	}

	let content: unknown;
	try {
		content = JSON.parse(text);
	} catch {
		throw unusable(file, 'it is not JSON');
	}

	if (!isRecord(content)) {
		throw unusable(file, 'it is not a JSON object');
	}

	const {prices, ...options} = content;
	return {options: readOptions(file, options), prices: readPrices(file, prices)};
};

const readOptions = (file: string, options: Record<string, unknown>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(options).map(([name, value]) => {
			if (!['string', 'number', 'boolean'].includes(typeof value)) {
				throw unusable(file, `“${name}” is not a text, a number or true/false`);
			}

			return [name, String(value)];
		}),
	);

const readPrices = (file: string, prices: unknown): readonly Price[] => {
	if (prices === undefined) {
		return [];
	}

	if (!Array.isArray(prices) || !prices.every(isPrice)) {
		throw unusable(
			file,
			'“prices” must be a list of {"mode": "batch" or "real-time", "model", "usdPerHour", "date", "source"}',
		);
	}

	return prices;
};

const isPrice = (value: unknown): value is Price =>
	isRecord(value) &&
	(value['mode'] === 'batch' || value['mode'] === 'real-time') &&
	typeof value['model'] === 'string' &&
	typeof value['usdPerHour'] === 'number' &&
	value['usdPerHour'] >= 0 &&
	typeof value['date'] === 'string' &&
	typeof value['source'] === 'string';

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const unusable = (file: string, reason: string): ProblemError =>
	new ProblemError({
		kind: 'bad-input',
		message: `The settings file ${file} cannot be used: ${reason}.`,
		nextStep: 'Mend it or move it away; without it the defaults hold.',
	});

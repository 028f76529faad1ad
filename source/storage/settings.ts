import {mkdir, readFile, realpath, rename, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
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
	const {prices, ...options} = await readContent(file);
	return {options: readOptions(file, options), prices: readPrices(file, prices)};
};

/**
Settings to change: options by their long names, where nothing means back to the default; and all prices of the user's own.
What is not named stays as it is.
*/
export type SettingsChange = {
	readonly options?: Readonly<Record<string, string | number | undefined>>;
	readonly prices?: readonly Price[];
};

/**
Changes the settings file, or makes one. Only the user can read it, because it may hold a key. It is written beside its
place and moved there, so that it is never half written. Not to be called again before it has ended.

@throws {ProblemError} Of kind `bad-input`, where the file cannot be used or written; it is then as it was.
*/
export const writeSettings = async (file: string, {options, prices}: SettingsChange): Promise<void> => {
	const content = await readContent(file);
	const changed = {
		...content,
		...options, // JSON leaves out what is undefined.
		...(prices && {prices: prices.length > 0 ? prices : undefined}),
	};
	const target = await followLink(file);
	const draft = `${target}.new`;
	try {
		await mkdir(path.dirname(target), {recursive: true, mode: 0o700});
		await rm(draft, {force: true}); // One that was left behind may be readable to others.
		await writeFile(draft, `${JSON.stringify(changed, undefined, '\t')}\n`, {mode: 0o600, flag: 'wx'});
		await rename(draft, target);
	} catch (error) {
		throw unwritable(file, error as NodeJS.ErrnoException);
	}
};

/**
Where the file really is: people keep their settings elsewhere and link to them.
*/
const followLink = async (file: string): Promise<string> => {
	try {
		return await realpath(file);
	} catch {
		return file; // There is none yet.
	}
};

const readContent = async (file: string): Promise<Record<string, unknown>> => {
	let text: string;
	try {
		text = await readFile(file, 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
			return {};
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

	return content;
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

const unwritable = (file: string, error: NodeJS.ErrnoException): ProblemError =>
	new ProblemError(
		{
			kind: 'bad-input',
			message: `The settings file ${file} cannot be written (${error.code}).`,
			nextStep: 'Check that the folder is yours and that the disk is not full.',
		},
		{cause: error},
	);

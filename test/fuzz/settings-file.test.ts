import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import {expect, it} from 'vitest';
import {ProblemError} from '../../source/core/problem.js';
import {readSettings, writeSettings} from '../../source/storage/settings.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const content = fc.oneof(
	fc.uint8Array({maxLength: 60}).map(bytes => Buffer.from(bytes)),
	fc.jsonValue().map(value => Buffer.from(JSON.stringify(value))),
	fc
		.record({
			prices: fc.oneof(
				fc.jsonValue(),
				fc.array(fc.record({mode: fc.constantFrom('batch', 'x'), model: fc.jsonValue()})),
			),
			region: fc.jsonValue(),
			['__proto__']: fc.jsonValue(), // In brackets it is a name like any other.
		})
		.map(value => Buffer.from(JSON.stringify(value))),
);

/**
@returns Nothing where it was refused, as bad input.
*/
const orRefusal = async <Value>(promise: Promise<Value>): Promise<Value | undefined> => {
	try {
		return await promise;
	} catch (error) {
		expect(error).toBeInstanceOf(ProblemError);
		expect((error as ProblemError).problem.kind).toBe('bad-input');
		return undefined;
	}
};

it('any settings file is read, or refused with what to do; and one that is refused is left as it is', async () => {
	await using folder = await temporaryFolder();
	const file = path.join(folder.path, 'settings.json');
	await fc.assert(
		fc.asyncProperty(content, async bytes => {
			await writeFile(file, bytes);
			const settings = await orRefusal(readSettings(file));
			expect(await readFile(file)).toEqual(bytes);
			expect(Object.values(settings?.options ?? {}).every(value => typeof value === 'string')).toBe(true);
			const isWritten = await orRefusal(writeSettings(file, {options: {region: 'us'}}).then(() => true));
			if (isWritten) {
				expect((await orRefusal(readSettings(file)))?.options['region'] ?? 'us').toBe('us');
			} else {
				expect(await readFile(file)).toEqual(bytes);
			}
		}),
		{numRuns: 1000},
	);
});

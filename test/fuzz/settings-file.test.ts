import {writeFile} from 'node:fs/promises';
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
			__proto__: fc.jsonValue(),
		})
		.map(value => Buffer.from(JSON.stringify(value))),
);

it('any settings file is read, or refused with what to do; and one that is refused is left as it is', async () => {
	await using folder = await temporaryFolder();
	const file = path.join(folder.path, 'settings.json');
	await fc.assert(
		fc.asyncProperty(content, async bytes => {
			await writeFile(file, bytes);
			try {
				const settings = await readSettings(file);
				expect(Object.values(settings.options).every(value => typeof value === 'string')).toBe(true);
				await writeSettings(file, {options: {region: 'us'}});
				expect((await readSettings(file)).options['region']).toBe('us');
			} catch (error) {
				expect(error).toBeInstanceOf(ProblemError);
				expect((error as ProblemError).problem.kind).toBe('bad-input');
			}
		}),
		{numRuns: 1000},
	);
});

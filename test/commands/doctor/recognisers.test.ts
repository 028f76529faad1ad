import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {recognisers} from '../../../source/commands/doctor/recognisers.js';
import {checkContext, withValues} from '../../helpers/check-context.js';
import {found, installation} from '../../local/recognisers/pocketsphinx/installed.js';

describe('the recognisers', () => {
	it('that are missing are a warning with how to get them, and replay works all the same', async () => {
		const context = withValues(await checkContext(), {'pocketsphinx-library': 'no/such/library.so'});
		expect(await recognisers.run(context)).toEqual({
			status: 'warning',
			says: [
				'auto: the sample is played back by replay; there are no words for other audio.',
				['replay', expect.stringMatching(/^ready in [\d.]+ s · plays back the bundled sample/)],
				['pocketsphinx', 'There is no no/such/library.so.'],
			],
			nextStep: expect.stringContaining('library'),
		});
	});

	it('that are asked for and missing are bad', async () => {
		const context = withValues(await checkContext(), {
			recogniser: 'pocketsphinx',
			'pocketsphinx-library': 'no/such/library.so',
		});
		expect(await recognisers.run(context)).toMatchObject({status: 'bad'});
	});

	describe.skipIf(!installation)(`with pocketsphinx (${found})`, () => {
		it('really hear something', async () => {
			const {library = ''} = installation ?? {};
			const context = withValues(await checkContext(), {'pocketsphinx-library': library});
			const {status, says} = await recognisers.run(context);
			expect(status).toBe('good');
			expect(says[2]).toEqual([
				'pocketsphinx',
				expect.stringMatching(/^ready in [\d.]+ s · recognises any English/),
			]);
		});

		it('are not taken to work because the file of a library is there', async () => {
			const context = await checkContext();
			const library = path.join(context.folders.working, 'libpocketsphinx.so.5');
			await writeFile(library, 'This is no library.');
			const result = await recognisers.run(withValues(context, {'pocketsphinx-library': library}));
			expect(result.status).toBe('warning');
			expect(result.says[2]).toEqual(['pocketsphinx', expect.stringContaining('does not open')]);
		});
	});
});

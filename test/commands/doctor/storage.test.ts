import {readdir, writeFile} from 'node:fs/promises';
import {expect, it} from 'vitest';
import {storage} from '../../../source/commands/doctor/storage.js';
import {checkContext} from '../../helpers/check-context.js';

it('a data folder that can be written is good, with the room there is, and nothing is left in it', async () => {
	const context = await checkContext();
	const {status, says} = await storage.run(context);
	expect(['good', 'warning']).toContain(status); // The disk of the tests may be nearly full.
	expect(says[0]).toEqual([
		'kept',
		expect.stringMatching(new RegExp(`^${context.folders.data}, writable, [\\d.]+ [kMG]?B free$`)),
	]);
	expect(await readdir(context.folders.data)).toEqual([]);
});

it('a data folder that cannot be written is bad, with the reason', async () => {
	const context = await checkContext();
	await writeFile(context.folders.data, 'A file where the folder should be.');
	expect(await storage.run(context)).toMatchObject({
		status: 'bad',
		says: [
			['kept', `${context.folders.data} cannot be written: there is a file in the place of a folder`],
			expect.anything(),
		],
		nextStep: expect.stringContaining(context.folders.data),
	});
});

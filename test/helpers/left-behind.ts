import {readdir, readFile} from 'node:fs/promises';

/**
The processes of this user that have a text, such as the path of a test's own folder, in their environment. Linux only;
elsewhere none is found.
*/
export const processesWith = async (text: string): Promise<readonly string[]> => {
	const entries = await readdir('/proc').catch(() => []);
	const environments = await Promise.all(
		entries
			.filter(name => /^\d+$/.test(name))
			.map(async id => ({id, environment: await readFile(`/proc/${id}/environ`, 'utf8').catch(() => '')})),
	);
	return environments.filter(({environment}) => environment.includes(text)).map(({id}) => id);
};

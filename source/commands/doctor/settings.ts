import {constants} from 'node:fs';
import {access, stat} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {shellWord} from '../../core/shell-word.js';
import type {Check, CheckContext} from './check.js';

/**
Whether the settings file and `.env` can be used, and whether others can read a key in them.
*/
export const settings: Check = {
	id: 'settings',
	title: 'Settings',
	limitMs: 5000,
	async run({settings: {file, origins, problems}, folders}) {
		const others = problems.filter(({option}) => option !== 'api-key').map(({problem}) => problem);
		const dotEnv = path.join(folders.working, '.env');
		const isOpen = await isReadByOthers(origins['api-key'], {'settings file': file, '.env': dotEnv});
		const steps = [
			...(others.length > 0
				? ['Mend what is named above: until then the other commands do not run, and here the defaults hold.']
				: []),
			...(isOpen === undefined ? [] : [`Make it yours alone: chmod 600 ${shellWord(isOpen)}`]),
		];
		const lessGrave = isOpen === undefined ? 'good' : 'warning';
		return {
			status: others.length > 0 ? 'bad' : lessGrave,
			says: [
				...others.map(({message, nextStep}) => `${message} ${nextStep}`),
				...(isOpen === undefined ? [] : ['The file that holds the API key can be read by others.']),
				['settings', await fileText(file)],
				['.env', await fileText(dotEnv)],
			],
			...(steps.length > 0 && {nextStep: steps.join(' ')}),
		};
	},
};

const fileText = async (file: string): Promise<string> => {
	try {
		await access(file, constants.R_OK);
		return file;
	} catch (error) {
		const {code} = error as NodeJS.ErrnoException;
		return code === 'ENOENT' ? `none; its place is ${file}` : `${file} cannot be read (${code})`;
	}
};

/**
@param files - By the origin that a key of theirs has.
@returns The file with the key, if others can read it.
*/
const isReadByOthers = async (
	origin: CheckContext['settings']['origins']['api-key'],
	files: Readonly<Record<string, string>>,
): Promise<string | undefined> => {
	const file = files[origin];
	if (file === undefined || process.platform === 'win32') {
		return undefined; // Windows has no such mode.
	}

	const {mode} = await stat(file);
	return (mode & 0o077) === 0 ? undefined : file;
};

import {readFile} from 'node:fs/promises';
import {availableParallelism} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {assetsFolder} from '../../assets-folder.js';
import type {Check} from './check.js';

/**
What runs Duet. That it is new enough shows in that this runs.
*/
export const node: Check = {
	id: 'node',
	title: 'Node.js',
	limitMs: 5000,
	async run() {
		const {versions, execPath, platform, arch} = process;
		const folder = path.resolve(assetsFolder, '..');
		const {version} = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as {
			readonly version: string;
		};
		return {
			status: 'good',
			says: [
				`${versions.node}, ABI ${versions.modules}, on ${platform} ${arch} with ${availableParallelism()} processors`,
				['program', execPath],
				['Duet', `${version} in ${folder}`],
			],
		};
	},
};

import {mkdir, rm, statfs, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {bytesText} from '../../core/figures.js';
import type {Check, CheckLine} from './check.js';

/**
An hour of recorded audio takes 115 MB, and as much again while it is transcribed.
*/
const scarceBytes = 500_000_000;

/**
Whether what Duet keeps can be written, and whether there is room for it.
*/
export const storage: Check = {
	id: 'storage',
	title: 'Storage',
	limitMs: 5000,
	async run({folders}) {
		const [data, temporary] = await Promise.all([look(folders.data), look(folders.temporary)]);
		const places = [data, temporary];
		const obstacles = places.filter(({obstacle}) => obstacle !== undefined);
		const scarce = places.filter(({freeBytes = scarceBytes}) => freeBytes < scarceBytes);
		const lessGrave = scarce.length > 0 ? 'warning' : 'good';
		const steps = [
			...obstacles.map(({folder}) => `Make ${folder} writable for you: transcripts and recordings go there.`),
			...(scarce.length > 0 ? [`Free some space: an hour of audio takes ${bytesText(hourBytes)}.`] : []),
		];
		return {
			status: obstacles.length > 0 ? 'bad' : lessGrave,
			says: [placeLine('kept', data), placeLine('temporary', temporary)],
			...(steps.length > 0 && {nextStep: steps.join(' ')}),
		};
	},
};

const hourBytes = 3600 * 32_000;

type Place = {readonly folder: string; readonly freeBytes?: number; readonly obstacle?: string};

/**
The folder is made if it is missing and a file is written into it: permissions alone do not tell of a disk that is full or
read-only.
*/
const look = async (folder: string): Promise<Place> => {
	const file = path.join(folder, `.duet-doctor-${process.pid}`);
	try {
		await mkdir(folder, {recursive: true, mode: 0o700});
		await writeFile(file, 'This can be deleted.\n', {mode: 0o600});
		await rm(file);
		const {bavail, bsize} = await statfs(folder);
		return {folder, freeBytes: bavail * bsize};
	} catch (error) {
		await rm(file, {force: true}).catch(() => {});
		return {folder, obstacle: (error as NodeJS.ErrnoException).code ?? String(error)};
	}
};

const placeLine = (label: string, {folder, freeBytes = 0, obstacle}: Place): CheckLine => [
	label,
	obstacle === undefined
		? `${folder}, writable, ${bytesText(freeBytes)} free`
		: `${folder} cannot be written (${obstacle})`,
];

import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {fileProblem, findAudioFile} from '../../source/audio/audio-file.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

describe('findAudioFile', () => {
	it('gives the path as typed, the name without the folder, and the size', async () => {
		await using folder = await temporaryFolder({'a b.wav': 'RIFF'});
		const typed = path.join(folder.path, '.', 'a b.wav');
		expect(await findAudioFile(typed)).toEqual({path: typed, name: 'a b.wav', byteCount: 4});
	});

	it.each([
		['missing.wav', 'does not exist.'],
		['note.txt/inside.wav', 'does not exist.'],
		['.', 'is a folder.'],
		['empty.wav', 'is empty.'],
	])('says of %s that it %s', async (name, reason) => {
		await using folder = await temporaryFolder({'empty.wav': '', 'note.txt': 'x'});
		const typed = `${folder.path}/${name}`;
		await expect(findAudioFile(typed)).rejects.toMatchObject({
			problem: {kind: 'bad-input', message: `${typed} ${reason}`, nextStep: expect.stringMatching(/\.$/)},
		});
	});

	it('says of a device that it is not a file', async () => {
		await expect(findAudioFile('/dev/null')).rejects.toMatchObject({
			problem: {kind: 'bad-input', message: '/dev/null is not a regular file.'},
		});
	});

	it('shows what a name would do to the terminal', async () => {
		await expect(findAudioFile('no\u{1B}[2Jsuch.wav')).rejects.toMatchObject({
			problem: {message: 'no␛[2Jsuch.wav does not exist.'},
		});
	});
});

describe('fileProblem', () => {
	// Tests may run as root, who may read everything.
	it('says of a file without permission how to get it', () => {
		const error = Object.assign(new Error('EACCES: permission denied'), {code: 'EACCES'});
		expect(fileProblem(error, 'a.wav')).toMatchObject({
			cause: error,
			problem: {kind: 'bad-input', message: 'a.wav may not be read by you.'},
		});
	});
});

import path from 'node:path';
import {openSourceFile} from '../audio/source-file-recording.js';
import {ProblemError} from '../core/problem.js';
import type {Recording} from '../core/recording.js';

/**
What is named on the command line: a file as it is, or an address that the service fetches.

@throws {ProblemError} Of kind `bad-input`, where it is neither.
*/
export const openInput = async (input: string): Promise<Recording> =>
	/^https?:/i.test(input) ? urlRecording(input) : openSourceFile(input);

const urlRecording = (input: string): Recording => {
	const url = URL.parse(input);
	if (!url) {
		throw new ProblemError({
			kind: 'bad-input',
			message: `${input} is not an address.`,
			nextStep: 'Give a whole one, such as https://example.com/meeting.mp3.',
		});
	}

	return {type: 'url', name: path.basename(url.pathname) || url.host, url: url.href};
};

/**
Files of the same name from two folders must not overwrite each other's results. Disks of macOS and Windows take names for
the same that differ in case, or in how an accent is written.
*/
export const uniqueNames = (recordings: readonly Recording[]): readonly string[] => {
	const taken = new Set<string>();
	return recordings.map(({name}) => {
		let unique = name;
		for (let count = 2; taken.has(asOnDisk(unique)); count++) {
			unique = `${name} (${count})`;
		}

		taken.add(asOnDisk(unique));
		return unique;
	});
};

const asOnDisk = (name: string): string => name.normalize().toLowerCase();

import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {ProblemError} from '../../../core/problem.js';
import type {KnownAudio} from './known-audio.js';
import {parseKnowledge} from './parse-knowledge.js';
import {wavSamples} from './wav-samples.js';

/**
Reads the bundled sample and what replay knows about it: `sample.wav`, `sample.words.json` and `replay.json`.

@throws {ProblemError} Of kind `bad-input`, when one of them is missing or is not what it should be.
*/
export const loadKnownAudio = async (folder: string): Promise<readonly KnownAudio[]> => {
	const read = async (name: string): Promise<Buffer> => readFile(path.join(folder, name));
	const readJson = async (name: string): Promise<unknown> => JSON.parse((await read(name)).toString());

	try {
		const knowledge = parseKnowledge(await readJson('replay.json'), await readJson('sample.words.json'));
		return [{...knowledge, samples: wavSamples(await read('sample.wav'))}];
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new ProblemError(
			{
				kind: 'bad-input',
				message: `What the replay recogniser knows cannot be read: ${reason}`,
				nextStep: 'Install Duet again, or get its assets folder back with git.',
			},
			{cause: error},
		);
	}
};

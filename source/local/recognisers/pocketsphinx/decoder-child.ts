/**
The program of a decoder's process. The library blocks, may crash and may print: none of that reaches the server.
*/
import {setPriority} from 'node:os';
import process from 'node:process';
import {toProblem} from '../../../core/problem.js';
import type {Answer, Request} from './child-messages.js';
import {loadDecoder} from './library.js';
import type {Listener} from './listener.js';
import {createLiveListener} from './live-listener.js';
import {addVocabulary} from './vocabulary.js';
import {createWholeListener} from './whole-listener.js';

/**
Recordings can wait, and speech cannot.
*/
const batchPriority = 10;

const open = async ({
	installation,
	mode,
	model,
	vocabulary,
}: Request & {readonly type: 'open'}): Promise<Listener> => {
	if (mode === 'batch') {
		setPriority(batchPriority);
	}

	const decoder = await loadDecoder(installation, {mode, model});
	const texts = addVocabulary(decoder, vocabulary);
	return mode === 'batch' ? createWholeListener(decoder, texts) : createLiveListener(decoder, texts);
};

let listener: Listener | undefined;

const answer = async (request: Request): Promise<Answer> => {
	if (request.type === 'open') {
		listener = await open(request);
		return {type: 'opened'};
	}

	if (!listener) {
		throw new Error('The decoder is not open.');
	}

	const hypothesis = request.type === 'hear' ? listener.hear(request.samples) : listener.end();
	return {type: 'hypothesis', hypothesis};
};

process.on('message', (request: Request) => {
	answer(request).then(
		done => process.send?.(done),
		(error: unknown) => process.send?.({type: 'failed', problem: toProblem(error)} satisfies Answer),
	);
});
process.on('disconnect', () => process.exit());
for (const signal of ['SIGINT', 'SIGHUP'] as const) {
	process.on(signal, () => {}); // Ctrl-C in the terminal is for the parent: the last words are still wanted.
}

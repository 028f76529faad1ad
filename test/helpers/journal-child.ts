import process from 'node:process';
import {setImmediate as turn} from 'node:timers/promises';
import type {Problem} from '../../source/core/problem.js';
import {beginJournal} from '../../source/storage/journal/journal.js';
import {cloudRun} from './journals.js';
import {word} from './words.js';

/**
A program that keeps the journal of a run in which a word becomes final after every few pieces of audio. Its arguments are
the folder, and how many words there are. After each final it says so with the word's number; at the end it says what
went wrong.
*/
const [, , folder = '', wordCount] = process.argv;
const problems: Problem[] = [];
const journal = beginJournal(cloudRun, {
	folder,
	clock: {nowMs: () => performance.now()},
	onProblem(problem) {
		problems.push(problem);
	},
});
journal.append({mode: 'batch', receivedMs: 0, event: {type: 'job-created', jobId: 'a1b2'}});
for (let number = 0; number < Number(wordCount); number++) {
	for (let piece = 0; piece < 5; piece++) {
		const endSeconds = number + (piece + 1) / 5;
		const capturedMs = performance.now();
		journal.append({
			mode: 'real-time',
			receivedMs: capturedMs,
			event: {type: 'audio-sent', startSeconds: endSeconds - 0.2, endSeconds, byteCount: 6400, capturedMs},
		});
	}

	for (const type of ['partial', 'final'] as const) {
		const words = [word(`w${number}`, number, number + 0.9, 'S1')];
		journal.append({
			mode: 'real-time',
			receivedMs: performance.now(),
			event: {type, words, startSeconds: number, endSeconds: number + 1},
		});
	}

	process.stdout.write(`${number}\n`);
	if (number % 8 === 0) {
		await turn(); // The disk has its say.
	}
}

journal.end();
process.stdout.write(`${JSON.stringify({problems})}\n`);

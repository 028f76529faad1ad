import {type ChildProcess, fork} from 'node:child_process';
import process from 'node:process';
import {ProblemError} from '../../../core/problem.js';
import type {Answer, Request} from './child-messages.js';

/**
A decoder in a process of its own.
*/
export type DecoderProcess = {
	/**
	Asks one thing at a time.

	@throws {ProblemError} Of kind `rejected`, with what the process says is wrong.
	@throws {Error} When the process died or does not answer. Then it is of no use any more.
	*/
	readonly ask: (request: Request) => Promise<Exclude<Answer, {type: 'failed'}>>;

	/**
	Ends it at once. What is asked meanwhile is never answered well.
	*/
	readonly kill: () => void;
};

/**
A library that hangs is given up after this long. The longest work between two answers is that on an utterance of half
a minute, at the lowest priority.
*/
const patienceMs = 300_000;

/**
The process gets no key and no other secret of this one.
*/
const passedVariables = ['PATH', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'SystemRoot', 'TMPDIR'];

/**
Starts the process. It ends with this one.

@param script - The path of the program.
*/
export const startDecoderProcess = (script: string): DecoderProcess => {
	const child = fork(script, [], {
		serialization: 'advanced',
		stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
		execArgv: [],
		env: Object.fromEntries(passedVariables.flatMap(name => entryOf(name))),
	});
	const died = new Promise<never>((_, reject) => {
		child.once('error', reject);
		child.once('exit', (code, signal) => {
			reject(new Error(`The recogniser's process ended (${signal ?? `exit code ${code}`}).`));
		});
	});
	died.catch(() => undefined); // Nobody may be asking at that moment.
	return {
		async ask(request) {
			const answer = await Promise.race([died, nextAnswer(child, request)]);
			if (answer.type === 'failed') {
				throw new ProblemError({...answer.problem, kind: 'rejected'});
			}

			return answer;
		},
		kill() {
			child.kill('SIGKILL');
		},
	};
};

const entryOf = (name: string): ReadonlyArray<readonly [string, string]> => {
	const value = process.env[name];
	return value === undefined ? [] : [[name, value]];
};

const nextAnswer = async (child: ChildProcess, request: Request): Promise<Answer> =>
	new Promise((resolve, reject) => {
		const settle = (): void => {
			clearTimeout(giveUp);
			child.off('message', onMessage);
			child.off('exit', settle);
		};
		const onMessage = (answer: unknown): void => {
			settle();
			resolve(answer as Answer);
		};
		const giveUp = setTimeout(() => {
			settle();
			child.kill('SIGKILL');
			reject(new Error('The recogniser does not answer.'));
		}, patienceMs);
		child.on('message', onMessage);
		child.on('exit', settle);
		child.send(request, error => {
			if (error) {
				settle();
				reject(error);
			}
		});
	});

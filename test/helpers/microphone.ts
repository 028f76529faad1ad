import path from 'node:path';
import {onTestFinished} from 'vitest';
import {
	type Microphone,
	type MicrophoneOptions,
	openMicrophone,
} from '../../source/audio/microphone/microphone.js';
import {childScript} from '../../source/child-script.js';
import type {AudioChunk} from '../../source/core/audio-source.js';
import type {Clock} from '../../source/core/clock.js';
import type {Problem} from '../../source/core/problem.js';
import {temporaryFolder} from './temporary-folder.js';

export const clock: Clock = {nowMs: () => performance.now()};

/**
What a test needs to start a capture process: a folder of its own for the log.
*/
export const captureOptions = async (environment: NodeJS.ProcessEnv) => {
	const folder = await temporaryFolder();
	onTestFinished(() => folder[Symbol.asyncDispose]());
	return {
		childScript: childScript('capture-child'),
		logFile: path.join(folder.path, 'native.log'),
		environment,
	};
};

/**
Opens a microphone that is closed when the test is over.
*/
export const openTestMicrophone = async (
	environment: NodeJS.ProcessEnv,
	choice: Partial<MicrophoneOptions> = {},
) => {
	const lost = Promise.withResolvers<{readonly problem: Problem; readonly toldMs: number}>();
	const options = await captureOptions(environment);
	const microphone = await openMicrophone({
		...options,
		clock,
		whenLost: 'fail',
		onLost(problem) {
			lost.resolve({problem, toldMs: clock.nowMs()});
		},
		...choice,
	});
	onTestFinished(() => microphone.close());
	return {microphone, lost: lost.promise, logFile: options.logFile};
};

/**
Somebody who reads a microphone's source, and lets a test wait for what comes.
*/
export const listenTo = ({source}: Pick<Microphone, 'source'>) => {
	const chunks: AudioChunk[] = [];
	const stop = new AbortController();
	let heard = Promise.withResolvers<void>();

	const read = async (): Promise<unknown> => {
		try {
			for await (const chunk of source.chunks(stop.signal)) {
				chunks.push(chunk);
				heard.resolve();
				heard = Promise.withResolvers();
			}

			return undefined;
		} catch (error) {
			return error;
		}
	};

	const ended = read();
	return {
		chunks,

		/**
		Resolves when the source has ended, with the error that it ended with.
		*/
		ended,

		async hears(isEnough: (chunks: readonly AudioChunk[]) => boolean): Promise<void> {
			while (!isEnough(chunks)) {
				await heard.promise;
			}
		},

		async stop(): Promise<void> {
			stop.abort();
			await ended;
		},

		/**
		Everything heard so far, as samples.
		*/
		samples: (): Int16Array =>
			new Int16Array(new Uint8Array(Buffer.concat(chunks.map(({bytes}) => bytes))).buffer),
	};
};

/**
For a test of a promise in seconds: other work on the machine may stretch one try.
*/
export const onBusyMachines = {retry: 2} as const;

import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {ProblemError} from '../../core/problem.js';
import {backends} from './backends.js';
import {BackendError, type OpenInput, reasonOf} from './capture-backend.js';
import {type CaptureMessage, type CaptureRequest, monotonicMs} from './capture-messages.js';
import {toFrames} from './frames.js';
import {isTakenAway} from './server-watch.js';

/**
The program of the capture process: the only one in which native audio libraries are loaded. It does what its parent asks
over the channel and ends when the channel closes.
*/

let input: OpenInput | undefined;

const send = (message: CaptureMessage): void => {
	if (process.connected) {
		process.send?.(message, undefined, undefined, () => {}); // A parent that is gone hears nothing.
	}
};

const capture = async ({backend, device}: Extract<CaptureRequest, {type: 'open'}>): Promise<void> => {
	input = await backends[backend].open(device);
	const {title, sampleRateHz, channelCount} = input;
	send({type: 'opened', input: {title, sampleRateHz, channelCount}});
	void isTakenAway(input).then(isSo => {
		if (isSo) {
			send({type: 'taken-away'});
		}
	});
	for await (const frame of toFrames(input, monotonicMs)) {
		send({type: 'frame', ...frame});
	}

	throw new BackendError('ended the recording');
};

const handle = async (request: CaptureRequest): Promise<void> => {
	switch (request.type) {
		case 'open': {
			return capture(request);
		}

		case 'list-devices': {
			send({type: 'devices', devices: await backends[request.backend].devices()});
			return;
		}

		case 'ping': {
			send({type: 'pong'});
		}
	}
};

/**
How long a library may take to close a device in good order.
*/
const closingMs = 200;

/**
With all that it has started, which has nobody to end it any more where the parent was killed. To exit would wait for threads
that a dead device keeps waiting.
*/
const endAtOnce = (): void => {
	if (process.platform !== 'win32') {
		process.kill(-process.pid, 'SIGKILL'); // It leads a group of its own.
	}

	process.kill(process.pid, 'SIGKILL');
};

process.on('message', async (request: CaptureRequest) => {
	try {
		await handle(request);
	} catch (error) {
		const problem = error instanceof ProblemError ? error.problem : undefined;
		send({type: 'failed', reason: reasonOf(error), ...(problem && {problem})});
	}
});

process.on('disconnect', async () => {
	await Promise.race([input?.close().catch(() => {}), sleep(closingMs)]);
	endAtOnce();
});

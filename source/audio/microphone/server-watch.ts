import {spawn} from 'node:child_process';
import process from 'node:process';
import {createInterface} from 'node:readline';
import type {OpenInput} from './capture-backend.js';
import {soundServerInputs} from './sound-server.js';

/**
Waits until the sound server's input that a device stands for is taken away. The server would go on with another input
without a word: what is spoken there was not meant for this recording.

@returns Whether that happened. False where no server is behind the device, or it does not tell.
*/
export const isTakenAway = async ({
	title,
	serverInput,
}: Pick<OpenInput, 'title' | 'serverInput'>): Promise<boolean> => {
	const named = (await soundServerInputs()).filter(({id, name}) => id === serverInput || name === title);
	const watchedId = serverInput ?? (named.length === 1 ? named[0]?.id : undefined);
	if (watchedId === undefined || named.length === 0) {
		return false;
	}

	const events = spawn('pactl', ['subscribe'], {
		stdio: ['ignore', 'pipe', 'ignore'],
		env: {...process.env, LC_ALL: 'C'},
	});
	events.on('error', () => {}); // It has just answered; if it is gone now, nobody tells.
	try {
		for await (const event of createInterface({input: events.stdout})) {
			if (/'remove' on source #/v.test(event) && !(await isOffered(watchedId))) {
				return true;
			}
		}
	} finally {
		events.kill();
	}

	return false;
};

/**
A server that does not answer is not taken for one without this input: its end shows in the audio.
*/
const isOffered = async (watchedId: string): Promise<boolean> => {
	const inputs = await soundServerInputs();
	return inputs.length === 0 || inputs.some(({id}) => id === watchedId);
};

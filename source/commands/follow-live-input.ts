import type {LiveInput} from '../audio/live-input.js';
import type {LiveInputState} from '../core/live-input.js';
import type {Problem} from '../core/problem.js';
import {listenForKeys} from '../terminal/key-presses.js';
import type {Output} from '../terminal/output.js';

/**
Somebody who looks after live audio while a command listens to it.
*/
export type LiveCare = Disposable & {
	/**
	What can be done with keys just now, for the status; nothing where there is no keyboard.
	*/
	readonly hint: () => string | undefined;

	/**
	Why the audio has ended before the user ended it.
	*/
	readonly problem: () => Problem | undefined;
};

const lookMs = 200;

/**
An opening is given up without a problem where the audio is ended meanwhile, or another device is chosen.
*/
const isListening = (phase: LiveInputState['phase']): boolean =>
	['on', 'paused', 'listening'].includes(phase);

/**
Says what happens to live audio, and lets the user pause it, end it and open a lost microphone again. Where there is no
keyboard for that, a lost microphone ends the audio in good order.
*/
export const followLiveInput = (live: LiveInput, output: Output): LiveCare => {
	let said: string | undefined;
	let ending: Problem | undefined;

	const say = ({message, nextStep}: Problem) => {
		output.note(`${message} ${nextStep}`);
	};

	const openAgain = async () => {
		if (live.state().phase !== 'lost') {
			return;
		}

		const problem = await live.reopen?.();
		const {phase, title, backend} = live.state();
		if (problem) {
			say(problem);
		} else if (isListening(phase)) {
			output.note(`Listening again, to ${title} (${backend}).`);
		}
	};

	const keys: Readonly<Record<string, () => void>> = {
		' '() {
			if (live.isPaused()) {
				live.resume();
			} else {
				live.pause();
			}
		},
		o: () => void openAgain(),
		s: live.stop,
		q: live.stop,
	};
	const release = live.reopen && listenForKeys(key => keys[key]?.());

	const look = () => {
		const {phase, problem} = live.state();
		if (problem && problem.message !== said) {
			say(problem);
		}

		said = problem?.message;
		if (phase === 'lost' && !release) {
			ending ??= problem;
			live.stop();
		} else if (phase === 'ended') {
			ending ??= problem;
		}
	};

	const looking = setInterval(look, lookMs);
	return {
		hint: () =>
			release && `space ${live.isPaused() ? 'goes on' : 'pauses'} · s ends · o opens a lost microphone again`,
		problem: () => ending,
		[Symbol.dispose]() {
			clearInterval(looking);
			release?.();
		},
	};
};

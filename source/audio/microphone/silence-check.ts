import {bytesPerSecond} from '../../core/audio-source.js';
import type {Problem} from '../../core/problem.js';
import {sanitise} from '../../core/sanitise.js';
import {peakOf} from '../level.js';

/**
What is known of a microphone's signal: whether anything is heard at all. Once heard, it stays so.
*/
export type SignalState = 'listening' | 'heard' | 'silent';

/**
A quiet room through a working microphone is louder than this, a muted or forbidden one is exactly 0: −70 dB full scale.
*/
const quietestPeak = 10 ** (-70 / 20);
const patienceSeconds = 2;

/**
Looks at the audio of a microphone from its start.

@returns Takes the next audio (16 kHz mono s16le) and says what is known now: `silent` after two seconds without a signal,
until there is one.
*/
export const createSilenceCheck = (): ((bytes: Uint8Array) => SignalState) => {
	let heardBytes = 0;
	let state: SignalState = 'listening';
	return bytes => {
		if (state === 'heard') {
			return state;
		}

		heardBytes += bytes.length;
		if (peakOf(bytes) > quietestPeak) {
			state = 'heard';
		} else if (state === 'listening' && heardBytes >= patienceSeconds * bytesPerSecond) {
			state = 'silent';
		}

		return state;
	};
};

/**
What to say of a microphone without a signal.

@param title - The name of the device, from outside.
@param platform - As `process.platform` names it.
*/
export const silenceProblem = (title: string, platform: string): Problem => ({
	kind: 'device',
	message: `No signal from ${sanitise(title)} in ${patienceSeconds} s.`,
	nextStep: usualCauses[platform] ?? otherCause,
	isTransient: true,
});

const otherCause = 'It may be muted, or the wrong device: see `duet devices`.';

const usualCauses: Readonly<Record<string, string>> = {
	darwin:
		'Usually the terminal app may not use the microphone: allow it in System Settings → Privacy & Security → Microphone, then start the terminal again.',
	linux:
		'Usually it is muted or the wrong device: look at the sound settings or `pactl list sources`, or choose another one: with i in the app, else with --device.',
	win32:
		'Usually desktop apps may not use the microphone: allow them in Settings → Privacy & security → Microphone. Otherwise it is muted, or the wrong device.',
};

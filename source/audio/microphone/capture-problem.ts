import {type Problem, ProblemError} from '../../core/problem.js';
import {sanitise} from '../../core/sanitise.js';
import type {BackendName} from './capture-backend.js';

/**
Why a backend was not used.
*/
export type Refusal = {
	readonly backend: BackendName;

	/**
	Continues a sentence that begins with the backend's name. Text from outside.
	*/
	readonly reason: string;
};

/**
How a capture that was running came to its end.
*/
export type Loss =
	| {readonly type: 'silent'} // The process is well and gets no more audio.
	| {readonly type: 'taken-away'} // The device is gone, and the system went on with another one.
	| {readonly type: 'hung'} // The process does not answer.
	| {readonly type: 'ended'; readonly reason: string};

/**
Why another backend than the best one is in use, as a sentence that is safe to show.
*/
export const fallbackSentence = (refusals: readonly Refusal[], backend: BackendName): string =>
	`${sayRefusals(refusals)}: using ${backend}.`;

/**
No way to a microphone was found. The reason of the best one is said; all of them are the error's cause.

@param what - What that means, as the beginning of a sentence.
*/
export const noMicrophoneError = (
	refusals: readonly Refusal[],
	logFile: string,
	what = 'No microphone could be opened',
): ProblemError =>
	new ProblemError(
		{
			kind: 'device',
			message: `${what}: ${sayRefusals(refusals.slice(0, 1))}${sayOthers(refusals.length - 1)}.`,
			nextStep: `Connect a microphone or choose one in the system’s sound settings; audio files and the sample work without one. What the sound libraries said is in ${logFile}.`,
		},
		{cause: refusals},
	);

/**
A microphone that was lost, in words that are safe to show.

@param title - The device's name, from outside.
*/
export const lossProblem = (loss: Loss, title: string, logFile: string): Problem => {
	const subject = sanitise(title);
	const kept = 'What was transcribed and recorded is kept.';
	switch (loss.type) {
		case 'taken-away':
		case 'silent': {
			return {
				kind: 'device',
				message:
					loss.type === 'silent'
						? `${subject} delivers no more audio.`
						: `${subject} was unplugged or switched off.`,
				nextStep: `Plug it in again, or choose another input, and open it again. ${kept}`,
				isTransient: true,
			};
		}

		case 'hung': {
			return {
				kind: 'device',
				message: `The capture process for ${subject} does not answer and was ended.`,
				nextStep: `Open the microphone again. ${kept}`,
				isTransient: true,
			};
		}

		case 'ended': {
			return {
				kind: 'device',
				message: `The capture from ${subject} ${sanitise(loss.reason)}.`,
				nextStep: `Open the microphone again. ${kept} What the sound libraries said is in ${logFile}.`,
				isTransient: true,
			};
		}
	}
};

const sayRefusals = (refusals: readonly Refusal[]): string =>
	refusals.map(({backend, reason}) => `${backend} ${sanitise(reason)}`).join('; ');

const sayOthers = (count: number): string => {
	const ways = count === 1 ? 'another way' : `${count} other ways`;
	return count > 0 ? `, and ${ways} did not work either` : '';
};

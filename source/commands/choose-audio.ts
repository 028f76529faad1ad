import {ProblemError} from '../core/problem.js';
import type {AudioChoice} from './open-audio.js';
import type {OptionValues} from './options.js';

/**
What stands for standard input on a command line.
*/
const pipeName = '-';

/**
The microphone that the options name, or the system's default.
*/
const microphone = ({device}: Pick<OptionValues, 'device'>): AudioChoice => ({
	type: 'microphone',
	...(device !== undefined && {device}),
});

/**
The audio that a command line asks for: a file, a pipe, or without a name the microphone.
*/
export const liveAudio = (input: string | undefined, values: OptionValues): AudioChoice => {
	if (input === undefined) {
		return microphone(values);
	}

	return input === pipeName ? {type: 'pipe'} : {type: 'file', path: input};
};

/**
The same, but without a name the given file, if the microphone is not asked for.

@throws {ProblemError} Of kind `bad-input`, where both are asked for.
*/
export const recordedOrLiveAudio = (
	input: string | undefined,
	values: OptionValues,
	usualFile: string,
): AudioChoice => {
	if (values.live && input !== undefined) {
		throw new ProblemError({
			kind: 'bad-input',
			message: `--live listens to the microphone, and ${input} is not one.`,
			nextStep: 'Leave one of them out. Audio from another program comes through a pipe: duet compare -',
		});
	}

	return values.live ? microphone(values) : liveAudio(input ?? usualFile, values);
};

/**
The files that a choice reads: a result must not replace one of them.
*/
export const filesOf = (choice: AudioChoice): readonly string[] =>
	choice.type === 'file' ? [choice.path] : [];

import {ProblemError} from '../core/problem.js';

/**
What to do about a file that cannot be decoded.
*/
const conversionAdvice =
	'Use a WAV, MP3, M4A, FLAC, Ogg or WebM file, or convert it first: ffmpeg -i INPUT -ac 1 -ar 16000 output.wav';

/**
What to do about a file that ends too early.
*/
export const recordAgainAdvice = 'Record or copy it again; the program that wrote it may not have finished.';

/**
An error that says what is wrong with the audio and how to get audio that works.
*/
export const audioProblem = (
	message: string,
	options: ErrorOptions & {nextStep?: string} = {},
): ProblemError =>
	new ProblemError({kind: 'bad-input', message, nextStep: options.nextStep ?? conversionAdvice}, options);

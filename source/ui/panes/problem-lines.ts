import type {Problem} from '../../core/problem.js';
import {sanitise} from '../../core/sanitise.js';
import {type Line, wrappedLines} from '../line.js';

/**
A failure in words: what happened, and what to do.
*/
export const problemLines = ({message, nextStep}: Problem, columns: number): readonly Line[] => [
	...wrappedLines(sanitise(message), columns, {style: 'bad'}),
	...wrappedLines(sanitise(nextStep), columns),
];

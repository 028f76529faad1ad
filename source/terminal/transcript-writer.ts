import type {RealTimeState} from '../core/real-time-state.js';
import {sanitise} from '../core/sanitise.js';
import {transcriptText} from '../core/transcript-text.js';
import type {Word} from '../core/word.js';
import {completeLines, lineText} from './transcript-lines.js';

/**
Writes a live transcript line by line, each line once and only when none of it can change any more.
*/
export type TranscriptWriter = {
	/**
	Writes the lines that are complete and have not been written.
	*/
	readonly writeComplete: (state: RealTimeState) => void;

	/**
	Writes what is left at the end. Of a run that failed that includes the words that never became final, marked as such.
	*/
	readonly writeRest: (state: RealTimeState) => void;

	/**
	The line that is being spoken: finals that have not been written, and the partial between ‹ and ›, so that the two
	can be told apart without colours.
	*/
	readonly openLine: (state: RealTimeState) => string;
};

/**
@param write - Gets safe text, with its newline.
*/
export const createTranscriptWriter = (write: (text: string) => void): TranscriptWriter => {
	let writtenCount = 0;
	let open: readonly Word[] = [];

	const writeComplete = ({finals, wordDelimiter}: RealTimeState) => {
		const {lines, usedCount, open: rest} = completeLines(finals, writtenCount, wordDelimiter);
		writtenCount = usedCount;
		open = rest;
		if (lines.length > 0) {
			write(lines.map(line => `${sanitise(line)}\n`).join(''));
		}
	};

	const openLine = ({partial, wordDelimiter}: RealTimeState): string => {
		const settled = open.length > 0 ? lineText(open, wordDelimiter) : '';
		const tail = partial.length > 0 ? `‹${transcriptText(partial, wordDelimiter)}›` : '';
		return [settled, tail].filter(part => part !== '').join(wordDelimiter);
	};

	return {
		writeComplete,
		writeRest(state) {
			writeComplete(state);
			writtenCount = state.finals.length;
			const rest = openLine(state.phase === 'failed' ? state : {...state, partial: []});
			open = [];
			if (rest !== '') {
				write(`${sanitise(rest)}\n`);
			}
		},
		openLine,
	};
};

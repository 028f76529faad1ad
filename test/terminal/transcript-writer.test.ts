import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {AppendList} from '../../source/core/append-list.js';
import {initialRealTimeState} from '../../source/core/real-time-state.js';
import type {Word} from '../../source/core/word.js';
import {createTranscriptWriter} from '../../source/terminal/transcript-writer.js';
import {mark, word} from '../helpers/words.js';

const state = (finals: readonly Word[], partial: readonly Word[] = []) => ({
	...initialRealTimeState,
	finals: AppendList.from(finals),
	partial,
});

const createRecordingWriter = () => {
	const written: string[] = [];
	return {written, writer: createTranscriptWriter(text => written.push(text))};
};

const words = [
	word('Ship', 0, 0.4, 'S1'),
	word('it', 0.4, 0.6, 'S1'),
	mark('.', 0.6, 'previous', 'S1'),
	word('Why', 0.8, 1, 'S2'),
	word('Because', 1.2, 2, 'S1'),
];

describe('createTranscriptWriter', () => {
	it('writes a line when its sentence has ended, and when another speaker begins', () => {
		const {written, writer} = createRecordingWriter();
		for (let count = 1; count <= words.length; count++) {
			writer.writeComplete(state(words.slice(0, count)));
		}

		expect(written).toEqual(['S1: Ship it.\n', 'S2: Why\n']);
		writer.writeRest(state(words));
		expect(written.at(-1)).toBe('S1: Because\n');
	});

	it('begins a line after a long pause', () => {
		const {written, writer} = createRecordingWriter();
		writer.writeComplete(state([word('one', 0, 1), word('two', 3.5, 4)]));
		expect(written).toEqual(['one\n']);
	});

	it('shows the open line with the partial told apart from the finals', () => {
		const {writer} = createRecordingWriter();
		const now = state(words.slice(0, 4), [word('so', 1, 1.2, 'S2')]);
		writer.writeComplete(now);
		expect(writer.openLine(now)).toBe('S2: Why ‹so›');
	});

	it('keeps the words of a failed run that never became final, marked', () => {
		const {written, writer} = createRecordingWriter();
		writer.writeRest({...state([word('Ship', 0, 0.4)], [word('it', 0.4, 0.6)]), phase: 'failed'});
		expect(written).toEqual(['Ship ‹it›\n']);
	});

	it('makes escape sequences visible', () => {
		const {written, writer} = createRecordingWriter();
		writer.writeRest(state([word('\u{1B}[2J', 0, 1)]));
		expect(written).toEqual(['␛[2J\n']);
	});

	it('writes each final exactly once, however they come', () => {
		fc.assert(
			fc.property(fc.array(fc.nat({max: 3})), steps => {
				const {written, writer} = createRecordingWriter();
				let count = 0;
				for (const step of steps) {
					count = Math.min(words.length, count + step);
					writer.writeComplete(state(words.slice(0, count)));
				}

				writer.writeRest(state(words));
				writer.writeRest(state(words));
				expect(written.join('')).toBe('S1: Ship it.\nS2: Why\nS1: Because\n');
			}),
		);
	});
});

import {describe, expect, it} from 'vitest';
import type {LiveInputState} from '../../../source/core/live-input.js';
import type {Line} from '../../../source/ui/line.js';
import {paneView} from '../../../source/ui/panes/run-panes.js';
import {driveApp} from '../../helpers/app-driver.js';
import {word} from '../../helpers/words.js';

const lost = {
	phase: 'lost',
	problem: {
		kind: 'device',
		message:
			'The process that reads the microphone was ended by SIGKILL; what was said until then is transcribed and recorded.',
		nextStep:
			'Press o to open it again; if that happens often, look at capture.log, and choose another way with --device or in the settings of the sound system.',
	},
} as const;

/**
The real-time pane of a run on a microphone after so many turns of a speaker each, a row long.
*/
const paneOf = (input: Partial<LiveInputState>, turns: number, columns: number, rows: number) => {
	const app = driveApp({columns, rows: 60});
	app.speak(input);
	for (let index = 0; index < turns; index++) {
		app.dispatch({
			type: 'run-event',
			event: {
				mode: 'real-time',
				receivedMs: index,
				event: {
					type: 'final',
					words: [word(`word${index}`, index, index + 1, `S${index}`)],
					startSeconds: index,
					endSeconds: index + 1,
				},
			},
		});
	}

	const state = app.state();
	const view = state.current && paneView(state, state.current, 'real-time', {columns, rows});
	const texts = (lines: readonly Line[] = []) => lines.map(line => line.map(({text}) => text).join(''));
	return {head: texts(view?.head), lines: texts(view?.lines)};
};

describe('the pane of a transcript whose microphone is lost', () => {
	it.each([
		[80, 11],
		[80, 9],
		[60, 11],
		[46, 12],
		[160, 25],
	])('shows the keys that help and the latest rows of text at %i×%i', (columns, rows) => {
		const {head, lines} = paneOf(lost, 9, columns, rows);
		expect(head.join(' ')).toContain('o opens it again');
		expect(lines.length).toBeGreaterThanOrEqual(2);
		expect(lines.at(-1)).toContain('word8');
		expect(head.length + lines.length).toBeLessThanOrEqual(rows - 2);
	});

	it('shows of the rest of the head what there is room for, and that the problem is cut', () => {
		const {head, lines} = paneOf(lost, 9, 60, 11);
		expect(head.slice(0, -1).at(-1)).toMatch(/…$/v);
		expect(head.at(-1)).toContain('o opens it again');
		expect([head.length, lines.length]).toEqual([6, 3]);
	});

	it('leaves no row free while something is cut', () => {
		for (const turns of [0, 1, 2, 3, 9]) {
			const {head, lines} = paneOf(lost, turns, 60, 11);
			expect(head.length + lines.length).toBe(9);
		}
	});
});

describe('the pane of a transcript', () => {
	it('has a free row between head and text where it is high', () => {
		const {head, lines} = paneOf({}, 30, 80, 20);
		expect(head.at(-1)).toBe('');
		expect(head.length + lines.length).toBe(18);
	});

	it('is at most half head where it is low and the text needs it', () => {
		expect(paneOf(lost, 9, 80, 5).lines).toHaveLength(2);
		expect(paneOf(lost, 9, 80, 8).lines).toHaveLength(3);
		expect(paneOf(lost, 1, 80, 8).head).toHaveLength(5);
	});
});

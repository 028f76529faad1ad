import {describe, expect, it} from 'vitest';
import type {Price} from '../../../source/core/cost.js';
import {AdviceScreen} from '../../../source/ui/screens/advice.js';
import {adviceKeys} from '../../../source/ui/screens/advice-keys.js';
import {
	type AdviceScreenState,
	initialAdviceState,
	reduceAdvice,
} from '../../../source/ui/screens/advice-state.js';
import {driveScreen} from '../../helpers/screen-driver.js';
import {screenRows} from '../../helpers/screen-frame.js';

const price = (mode: Price['mode'], model: string, usdPerHour: number, date: string): Price => ({
	mode,
	model,
	usdPerHour,
	date,
	source: 'a price list',
});

const atFirst: AdviceScreenState = {
	...initialAdviceState,
	model: 'enhanced',
	prices: [
		price('batch', 'standard', 0.24, '2026-09-05'),
		price('batch', 'enhanced', 0.4, '2026-09-05'),
		price('real-time', 'standard', 0.24, '2026-09-20'),
		price('real-time', 'enhanced', 0.43, '2026-09-20'),
	],
};

const drive = () =>
	driveScreen(
		[adviceKeys],
		(state: AdviceScreenState, event) => ({...state, ...reduceAdvice(state, event)}),
		atFirst,
	);

const rowsOf = (state: AdviceScreenState, columns = 80, rows = 21) =>
	screenRows(AdviceScreen, state, columns, rows);

describe('“Which mode should I use?”', () => {
	it('shows the questions, the advice with its reasons, and what a month costs in each mode', () => {
		expect(rowsOf(atFirst).join('\n')).toMatchInlineSnapshot(`
			"╭ Which mode should I use? ────────────────────────────────────────────────────╮
			│ ❯ Is the audio complete?      ‹ yes, a recording ›                           │
			│   How soon do you need text?  ‹ in minutes ›                                 │
			│   Do you need partials?       ‹ no, finals only ›                            │
			│   How many hours a month?     ‹ 100 ›                                        │
			│                                                                              │
			│ ✓ Batch  Hand in each recording as a whole.                                  │
			│   · The recording is complete. Batch works faster than playing it; real-time │
			│     takes as long as the recording.                                          │
			│   · Batch decides after hearing everything. Real-time equals it at a max     │
			│     delay of 4 s, says Speechmatics.                                         │
			│   · It costs $3.00 a month less than real-time with the enhanced model.      │
			│                                                                              │
			│ A month costs   standard  enhanced                                           │
			│   Batch           $24.00    $40.00                                           │
			│   Real-time       $24.00    $43.00                                           │
			│ Prices of 2026-09-05 to 2026-09-20, without discounts. Put your own into the │
			│ settings.                                                                    │
			│                                                                              │
			│                                                                              │
			╰──────────────────────────────────────────────────────────────────────────────╯"
		`);
	});

	it('shows all answers beside each other where there is room', () => {
		const row = rowsOf(atFirst, 160, 42).find(text => text.includes('How soon'));
		expect(row).toContain('○ as it is spoken   ○ in seconds   ● in minutes   ○ later');
	});

	it('asks in few words in a narrow terminal', () => {
		expect(rowsOf(atFirst, 50, 12)[0]).toBe(' ❯ Audio          ‹ yes, a recording ›');
	});

	it('changes the advice with every answer', () => {
		const screen = drive();
		screen.press('right', 'down', 'left');
		expect(screen.state().needs).toMatchObject({audio: 'live', textNeeded: 'within-seconds'});
		expect(rowsOf(screen.state()).join('\n')).toContain('✓ Real-time  Stream it while people speak.');
	});

	it('goes round in the questions and in the answers', () => {
		const screen = drive();
		screen.press('k');
		expect(screen.state().focus).toBe(3);
		screen.press('j', 'l', 'l');
		expect(screen.state()).toMatchObject({focus: 0, needs: {audio: 'recording'}});
	});

	it('takes hours in steps, and as digits', () => {
		const screen = drive();
		screen.press('up', 'right');
		expect(screen.state().needs.hoursPerMonth).toBe(200);
		screen.press('left', 'left');
		expect(screen.state().needs.hoursPerMonth).toBe(50);
		screen.press('backspace', 'backspace', '1', '2', '8');
		expect(screen.state().needs.hoursPerMonth).toBe(128);
		expect(rowsOf(screen.state()).join('\n')).toMatch(/Batch +\$30\.72 +\$51\.20/v);
	});

	it('takes no more hours than make sense, and no digits for other questions', () => {
		const screen = drive();
		screen.press('5');
		expect(screen.asked.notices).toEqual(['Numbers answer the last question only.']);
		screen.press('up', ...'99999999');
		expect(screen.state().needs.hoursPerMonth).toBe(1_009_999);
	});

	it('goes on with the mode it advises, or with both', () => {
		const screen = drive();
		screen.press('enter', 'right', 'down', 'left', 'enter', 'c');
		expect(screen.events.filter(({type}) => type === 'mode-picked')).toEqual([
			{type: 'mode-picked', mode: 'batch'},
			{type: 'mode-picked', mode: 'real-time'},
			{type: 'mode-picked', mode: 'side-by-side'},
		]);
	});

	it('scrolls the advice as far as there is any', () => {
		const screen = drive();
		const scrolled = {...screen.state(), extent: {rowCount: 14, height: 5}};
		const down = reduceAdvice(scrolled, {type: 'scrolled', step: {pages: 9}});
		expect(rowsOf({...scrolled, ...down}, 60, 13).at(-2)).toContain('↑  rows 10-14 of 14');
	});

	it('does not name a date that an own price does not have', () => {
		const state = {...atFirst, prices: atFirst.prices.map(each => ({...each, date: ''}))};
		expect(rowsOf(state).join('\n')).not.toContain('Prices of');
	});
});

import process from 'node:process';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {listenForStopSignals, type StopSignals} from '../../source/terminal/stop-signals.js';

describe('listenForStopSignals', () => {
	let nowMs = 0;
	let signals: StopSignals;
	beforeEach(() => {
		nowMs = 1000;
		signals = listenForStopSignals(() => nowMs);
	});
	afterEach(() => {
		signals.dispose();
	});

	const state = () => [signals.stop.aborted, signals.abort.aborted, signals.exitCode()];

	it('stops at the first signal and aborts at the second', () => {
		expect(state()).toEqual([false, false, undefined]);
		process.emit('SIGINT', 'SIGINT');
		expect(state()).toEqual([true, false, 130]);
		nowMs += 1000;
		process.emit('SIGINT', 'SIGINT');
		expect(state()).toEqual([true, true, 130]);
	});

	it('takes two signals at once for one Ctrl-C', () => {
		process.emit('SIGINT', 'SIGINT');
		nowMs += 100;
		process.emit('SIGINT', 'SIGINT');
		expect(state()).toEqual([true, false, 130]);
	});

	it.each([
		['SIGTERM', 143],
		['SIGHUP', 129],
	] as const)('%s ends with %d', (signal, exitCode) => {
		process.emit(signal, signal);
		expect(state()).toEqual([true, false, exitCode]);
	});

	it('leaves the signals alone afterwards', () => {
		const before = process.listenerCount('SIGINT');
		signals.dispose();
		expect(process.listenerCount('SIGINT')).toBe(before - 1);
	});
});

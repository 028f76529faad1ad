import {describe, expect, it} from 'vitest';
import {laggingOutlet} from '../../../source/local/faults/real-time/lagging-outlet.js';
import {createManualTimers} from '../../helpers/manual-timers.js';

/**
@param lagsMs - Of each message in turn, the last one of all others.
*/
const start = (...lagsMs: readonly number[]) => {
	const timers = createManualTimers();
	const out: Array<readonly [atMs: number, text: string]> = [];
	let count = 0;
	const {outlet, drop} = laggingOutlet(
		{
			send: text => void out.push([timers.nowMs(), text]),
			close: code => void out.push([timers.nowMs(), `close ${code}`]),
		},
		() => lagsMs[Math.min(count++, lagsMs.length - 1)] ?? 0,
		timers,
	);
	return {timers, out, outlet, drop};
};

describe('an outlet that lags', () => {
	it('lets each message out that much later, the close frame too', () => {
		const {timers, out, outlet} = start(500);
		outlet.send('one');
		timers.advance(100);
		outlet.send('two');
		outlet.close(1000, '');
		timers.advance(1000);
		expect(out).toEqual([
			[500, 'one'],
			[600, 'two'],
			[600, 'close 1000'],
		]);
	});

	it('keeps the order where the lag is unsteady', () => {
		const {timers, out, outlet} = start(300, 10, 400);
		outlet.send('one');
		outlet.send('two');
		outlet.send('three');
		timers.advance(1000);
		expect(out).toEqual([
			[300, 'one'],
			[300, 'two'],
			[400, 'three'],
		]);
	});

	it('lets the oldest out at once where too much waits, however long the lag is', () => {
		const {timers, out, outlet} = start(86_400_000);
		const mebibyte = 'x'.repeat(1_048_576);
		for (const name of ['a', 'b', 'c', 'd', 'e']) {
			outlet.send(name + mebibyte);
		}

		expect(out.map(([atMs, text]) => [atMs, text[0]])).toEqual([
			[0, 'a'],
			[0, 'b'],
		]);
		timers.advance(86_400_000);
		expect(out.map(([, text]) => text[0])).toEqual(['a', 'b', 'c', 'd', 'e']);
	});

	it('counts small messages, too, and lets those that it can keep out at their own time', () => {
		const {timers, out, outlet} = start(1000);
		for (let count = 0; count < 100_000; count++) {
			outlet.send('');
		}

		expect(out.length).toBeGreaterThan(90_000);
		expect(out.length).toBeLessThan(100_000);
		timers.advance(500);
		outlet.send('last');
		timers.advance(500);
		expect(out).toHaveLength(100_000);
		timers.advance(499);
		expect(out).toHaveLength(100_000);
		timers.advance(1);
		expect(out.at(-1)).toEqual([1500, 'last']);
	});

	it('holds nothing for a client that is gone', () => {
		const {timers, out, outlet, drop} = start(500);
		outlet.send('one');
		drop();
		outlet.close(1000, '');
		timers.advance(1000);
		expect(out).toEqual([]);
	});
});

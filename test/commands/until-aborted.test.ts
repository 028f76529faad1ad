import {expect, it} from 'vitest';
import {untilAborted} from '../../source/commands/until-aborted.js';

it('a signal is waited for', async () => {
	const stop = new AbortController();
	let isOver = false;
	const waiting = untilAborted(stop.signal).then(() => {
		isOver = true;
	});
	await Promise.resolve();
	expect(isOver).toBe(false);
	stop.abort();
	await waiting;
	expect(isOver).toBe(true);
});

it('a signal that came before is not waited for', async () => {
	await untilAborted(AbortSignal.abort());
});

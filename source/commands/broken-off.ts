import type {Mode} from '../core/mode.js';
import type {Problem} from '../core/problem.js';
import type {RunEvent, RunState} from '../core/run-state.js';

/**
Why a mode that was under way when Duet was killed has no end.
*/
export const brokenOff: Problem = {
	kind: 'interrupted',
	message: 'Duet came to its end before this did.',
	nextStep: 'What it had until then is kept.',
};

/**
Whether a mode had begun and has no end.
*/
export const isUnderWay = (phase: RunState[keyof RunState]['phase']): boolean =>
	!['waiting', 'done', 'failed'].includes(phase);

/**
The ends of the modes that were under way.

@param nowMs - On the clock of the run.
@param modes - Those that nothing more comes of.
*/
export const breakOff = (
	{batch, realTime}: RunState,
	nowMs: number,
	modes: readonly Mode[] = ['batch', 'real-time'],
): readonly RunEvent[] => {
	const phases = {batch: batch.phase, 'real-time': realTime.phase};
	return modes
		.filter(mode => isUnderWay(phases[mode]))
		.map(mode => ({mode, receivedMs: nowMs, event: {type: 'failed', problem: brokenOff}}));
};

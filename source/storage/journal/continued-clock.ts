import type {Clock} from '../../core/clock.js';
import type {JournalHeader} from './journal-header.js';

/**
The clock of a run whose process is gone, as it shows now: by the time of day, as the two processes have no other clock in
common.

@param clock - Of this process.
*/
export const continuedClock = (
	{startedAt, startedMs}: Pick<JournalHeader, 'startedAt' | 'startedMs'>,
	clock: Clock,
): Clock => {
	const sinceMs = Math.max(0, Date.now() - Date.parse(startedAt));
	const aheadMs = startedMs + sinceMs - clock.nowMs();
	return {nowMs: () => clock.nowMs() + aheadMs};
};

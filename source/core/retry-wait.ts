import type {Problem} from './problem.js';

/**
A wait before something is tried again.
*/
export type RetryWait = {
	/**
	Which attempt comes next, from 2.
	*/
	readonly attempt: number;

	/**
	On the run's clock.
	*/
	readonly untilMs: number;
	readonly problem: Problem;
};

/**
What is waited for, as `server busy (429), again in 4 s`. Where the problem has no summary it may hold text from outside.
*/
export const retryWaitText = ({untilMs, problem}: RetryWait, nowMs: number): string => {
	const seconds = Math.ceil((untilMs - nowMs) / 1000);
	return `${problem.summary ?? problem.message.replace(/\.$/v, '')}, ${seconds > 0 ? `again in ${seconds} s` : 'trying again'}`;
};

import type {BatchEngine} from '../../source/core/engine.js';
import type {ProblemError} from '../../source/core/problem.js';
import type {BatchEvent} from '../../source/core/transcript-event.js';
import {createBatchEngine} from '../../source/speechmatics/batch-engine.js';
import type {BatchTimings} from '../../source/speechmatics/batch-session.js';
import {collect} from './collect.js';
import {createManualWaits} from './manual-waits.js';

/**
An engine whose waits are over at once, and what it says.

@param ask - What to ask of it.
*/
export const runBatchEngine = async (
	url: string,
	ask: (engine: BatchEngine) => AsyncIterable<BatchEvent>,
	{
		waits = createManualWaits(),
		onEvent = (_event: BatchEvent) => {},
		timings = {},
	}: {
		readonly waits?: ReturnType<typeof createManualWaits>;
		readonly onEvent?: (event: BatchEvent) => void;
		readonly timings?: Partial<BatchTimings>;
	} = {},
) => {
	const engine = createBatchEngine({
		apiKey: 'key-of-thirty-characters-3f9c',
		batchUrl: `${url}/v2`,
		timings: {holdSeconds: 0, answerMs: 200, stalledMs: 200, progressMs: 20, ...timings},
		...waits,
	});
	const {items, error} = await collect(ask(engine), onEvent);
	return {
		events: items,
		types: items.map(({type}) => type).filter(type => type !== 'uploading'),
		retries: items.filter(event => event.type === 'retrying'),
		problem: (error as ProblemError | undefined)?.problem,
		passedMs: waits.clock.nowMs(),
	};
};

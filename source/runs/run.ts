import type {Clock} from '../core/clock.js';
import {type Problem, ProblemError, toProblem} from '../core/problem.js';
import type {Stamped} from '../core/transcript-event.js';

/**
What a run says by itself, around what its engine says.
*/
type Frame =
	| {readonly type: 'begun'}
	| {readonly type: 'finished'}
	| {readonly type: 'failed'; readonly problem: Problem};

const interrupted: Problem = {
	kind: 'interrupted',
	message: 'Stopped before the end.',
	nextStep: 'What was transcribed until then is kept.',
};

/**
Reads an engine to its end and stamps each event on the one clock. Failures become an event, so a run never throws.

@param open - Asks the engine to begin; called after `begun` is stamped.
@param signal - Where it is aborted the engine ends quietly or throws the reason, and the run ends as `failed` of kind
`interrupted`.
*/
export const runEngine = async <Event>(
	open: () => AsyncIterable<Event>,
	clock: Clock,
	signal: AbortSignal,
	onEvent: (stamped: Stamped<Event | Frame>) => void,
): Promise<void> => {
	const stamp = (event: Event | Frame) => {
		onEvent({event, receivedMs: clock.nowMs()});
	};

	stamp({type: 'begun'});
	try {
		for await (const event of open()) {
			stamp(event);
		}

		stamp(signal.aborted ? {type: 'failed', problem: interrupted} : {type: 'finished'});
	} catch (error) {
		const isStopped = signal.aborted && !(error instanceof ProblemError);
		stamp({type: 'failed', problem: isStopped ? interrupted : toProblem(error)});
	}
};

import {type Problem, ProblemError, toProblem} from '../core/problem.js';
import {type AppRunSettings, type EndedRun, transcribeForApp} from './app-transcription.js';
import type {Steering} from './steer-audio.js';

/**
A run of the app: it goes on by itself and says everything in events.
*/
export type AppRun = Steering & {
	/**
	Resolves when it is over, however it ended.
	*/
	readonly ended: Promise<EndedRun | undefined>;

	/**
	Ends the stream in good order.
	*/
	readonly stop: () => void;
	readonly abort: () => void;
};

const stopped: Problem = {
	kind: 'interrupted',
	message: 'Stopped before it began.',
	nextStep: 'Start it again, or choose other audio.',
};

/**
Starts a run. It never throws: what keeps it from beginning is an event, too.
*/
export const startAppRun = (settings: AppRunSettings): AppRun => {
	const stop = new AbortController();
	const abort = new AbortController();
	let steering: Steering | undefined;
	settings.onEvent({type: 'run-requested', request: settings.request});
	return {
		ended: transcribeForApp(settings, stop.signal, abort.signal, opened => {
			steering = opened;
		}).catch((error: unknown) => {
			const isStopped = stop.signal.aborted && !(error instanceof ProblemError);
			settings.onEvent({type: 'run-refused', problem: isStopped ? stopped : toProblem(error)});
			return undefined;
		}),
		stop() {
			stop.abort();
		},
		abort() {
			stop.abort();
			abort.abort();
		},
		togglePause() {
			steering?.togglePause();
		},
		reopenInput: async device => steering?.reopenInput(device),
	};
};

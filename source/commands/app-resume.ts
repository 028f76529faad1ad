import {noLoudness} from '../core/live-input.js';
import {type Problem, ProblemError, toProblem} from '../core/problem.js';
import {sanitise} from '../core/sanitise.js';
import type {UnfinishedRun} from '../storage/history/find-unfinished.js';
import {type JournalledRun, readJournal} from '../storage/journal/read-journal.js';
import {runFile, runsFolder} from '../storage/journal/run-file.js';
import {dataFolder} from '../storage/paths.js';
import type {WholeAudio} from '../ui/run-subject.js';
import type {AppRun} from './app-run.js';
import type {AppRunSettings} from './app-transcription.js';
import {resumeRun} from './resume-run.js';
import {finishedRun} from './stored-run.js';

export type AppResumeSettings = Omit<AppRunSettings, 'request' | 'choice'> & {
	readonly unfinished: UnfinishedRun;
};

const tickMs = 200;

const stopped: Problem = {
	kind: 'interrupted',
	message: 'Stopped before it went on.',
	nextStep: 'The run is kept as it was: duet resume goes on with it.',
};

/**
Goes on with a run that was broken off, as the app shows it: with what it had already, then with what its batch job gives. It
never throws: what keeps it from going on is an event, too.
*/
export const startAppResume = (settings: AppResumeSettings): AppRun => {
	const abort = new AbortController();
	return {
		ended: resumeInApp(settings, abort.signal).catch((error: unknown) => {
			const isStopped = abort.signal.aborted && !(error instanceof ProblemError);
			settings.onEvent({type: 'run-refused', problem: isStopped ? stopped : toProblem(error)});
			return undefined;
		}),
		stop() {}, // There is no stream any more.
		abort() {
			abort.abort();
		},
		togglePause() {},
		reopenInput: async () => undefined,
	};
};

const resumeInApp = async (
	{unfinished: {id}, values, prices, clock: ownClock, onEvent, onNote}: AppResumeSettings,
	stop: AbortSignal,
): ReturnType<typeof startAppResume>['ended'] => {
	const journal = await readJournal(runFile(runsFolder(dataFolder()), id));
	const {header, audio, run} = journal;
	const path = audio.path ?? '';
	onEvent({type: 'run-requested', request: {mode: header.mode, audio: {type: 'file', path}}});
	let tick: NodeJS.Timeout | undefined;
	try {
		const resumed = await resumeRun(journal, {
			values,
			clock: ownClock,
			stop,
			onNote,
			onReady({engines, clock}) {
				onEvent({
					type: 'run-prepared',
					subject: {
						name: sanitise(audio.name),
						isLive: header.isLive,
						whole: knownAudio(journal),
						engineTitle: engines.title,
						options: header.options,
						prices,
						pace: header.pace,
					},
				});
				onEvent({type: 'run-restored', run});
				tick = setInterval(() => {
					onEvent({
						type: 'run-ticked',
						nowMs: clock.nowMs(),
						loudness: noLoudness,
						isPaused: false,
					});
				}, tickMs);
			},
			onEvent(event) {
				onEvent({type: 'run-event', event});
			},
		});
		const finished = finishedRun(resumed, prices);
		onEvent({type: 'run-recorded', whole: knownAudio(resumed)});
		onEvent({type: 'run-ended', accuracy: finished.comparison.accuracy});
		return {id, finished};
	} finally {
		clearInterval(tick);
	}
};

const knownAudio = ({audio, run: {realTime}}: JournalledRun): WholeAudio => ({
	seconds: audio.seconds ?? realTime.sentSeconds,
	fileBytes: audio.bytes ?? realTime.sentBytes,
	fileFormat: 'WAV',
	sha256: audio.sha256 ?? '',
});

import {createLevelMeter, watched} from '../audio/level.js';
import {createPacedSource} from '../audio/paced-source.js';
import {type PreparedRecording, prepareRecording} from '../audio/prepare-recording.js';
import {stoppable} from '../audio/stoppable.js';
import type {Clock} from '../core/clock.js';
import type {Comparison} from '../core/comparison.js';
import type {Price} from '../core/cost.js';
import {type Problem, ProblemError, toProblem} from '../core/problem.js';
import {initialRunState, type RunEvent, type RunState, reduceRun} from '../core/run-state.js';
import {sanitise} from '../core/sanitise.js';
import type {TranscriptionOptions} from '../core/transcription-options.js';
import {runBatch, runRealTime, runSideBySide} from '../runs/side-by-side.js';
import {warningOf} from '../terminal/run-progress.js';
import type {RunRequest} from '../ui/actions.js';
import type {CurrentRunEvent} from '../ui/current-run.js';
import {type Engines, openEngines} from './engines.js';
import {finishedComparison} from './finished-comparison.js';
import {followAgreement} from './follow-agreement.js';
import {readReference} from './measure-accuracy.js';
import type {OptionValues} from './options.js';
import {sampleFile, sampleReference} from './sample.js';
import {oneChannelOptions} from './transcription.js';

/**
A run of the app: it goes on by itself and says everything in events.
*/
export type AppRun = {
	/**
	Resolves when it is over, however it ended.
	*/
	readonly ended: Promise<FinishedRun | undefined>;

	/**
	Ends the stream in good order.
	*/
	readonly stop: () => void;
	readonly abort: () => void;
};

/**
A run that has begun and is over, with what is known of it.
*/
export type FinishedRun = {
	readonly request: RunRequest;
	readonly comparison: Comparison;
	readonly recording: Pick<PreparedRecording, 'name' | 'seconds' | 'sha256'>;
	readonly engines: Pick<Engines, 'title'>;
	readonly options: TranscriptionOptions;
};

/**
What a run needs from the app.
*/
export type AppRunSettings = {
	readonly request: RunRequest;

	/**
	The path of the audio; without one, the bundled sample.
	*/
	readonly file: string | undefined;
	readonly values: OptionValues;
	readonly prices: readonly Price[];
	readonly clock: Clock;
	readonly onEvent: (event: CurrentRunEvent) => void;
	readonly onNote: (text: string) => void;
};

const tickMs = 200;

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
	settings.onEvent({type: 'run-requested', request: settings.request});
	return {
		ended: transcribe(settings, stop.signal, abort.signal).catch((error: unknown) => {
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
	};
};

const transcribe = async (
	{request, file, values, prices, clock, onEvent, onNote}: AppRunSettings,
	stop: AbortSignal,
	abort: AbortSignal,
): Promise<FinishedRun> => {
	const options = await oneChannelOptions(values);
	const referenceFile = values.reference ?? (file === undefined ? sampleReference : undefined);
	const reference =
		referenceFile === undefined ? undefined : await readReference(referenceFile, options.language);
	await using recording = await prepareRecording(file ?? sampleFile, stop);
	await using engines = await openEngines(values, clock, {recording, signal: stop});
	for (const note of recording.warnings) {
		onNote(note);
	}

	onEvent({
		type: 'run-prepared',
		subject: {
			name: sanitise(recording.name),
			seconds: recording.seconds,
			fileBytes: recording.fileBytes,
			fileFormat: recording.fileFormat,
			sha256: recording.sha256,
			engineTitle: engines.title,
			options,
			prices,
			pace: values.pace,
		},
	});

	let run: RunState = initialRunState;
	const meter = createLevelMeter();
	const agreementSoFar = followAgreement(options.language);
	const tick = setInterval(() => {
		onEvent({type: 'run-ticked', nowMs: clock.nowMs(), levels: meter.next()});
		const agreement = agreementSoFar(run);
		if (agreement !== undefined) {
			onEvent({type: 'run-measured', accuracy: {agreement}});
		}
	}, tickMs);
	const runSettings = {
		options,
		clock,
		signal: abort,
		onEvent(event: RunEvent) {
			run = reduceRun(run, event);
			onEvent({type: 'run-event', event});
			const warning = warningOf(event);
			if (warning !== undefined) {
				onNote(warning);
			}
		},
	};
	const batch = {engine: engines.batch, recording: recording.recording};
	const source = watched(createPacedSource(recording, {pace: values.pace, clock}), ({bytes}) => {
		meter.hear(bytes);
	});
	const realTime = {engine: engines.realTime, audio: stoppable(source, stop)};
	try {
		if (request.mode === 'batch') {
			await runBatch(batch.engine, batch.recording, runSettings);
		} else if (request.mode === 'real-time') {
			await runRealTime(realTime.engine, realTime.audio, runSettings);
		} else {
			await runSideBySide(batch, realTime, runSettings);
		}
	} finally {
		clearInterval(tick);
	}

	const comparison = finishedComparison(run, {
		audioSeconds: recording.seconds,
		pace: values.pace,
		options,
		prices,
		reference,
	});
	onEvent({type: 'run-ended', accuracy: comparison.accuracy});
	const {name, seconds, sha256} = recording;
	return {request, comparison, recording: {name, seconds, sha256}, engines: {title: engines.title}, options};
};

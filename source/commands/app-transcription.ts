import {createLevelMeter, watched} from '../audio/level.js';
import type {Clock} from '../core/clock.js';
import type {Price} from '../core/cost.js';
import {ProblemError} from '../core/problem.js';
import {initialRunState, type RunEvent, type RunState, reduceRun} from '../core/run-state.js';
import {sanitise} from '../core/sanitise.js';
import {runAudio} from '../runs/side-by-side.js';
import {warningOf} from '../terminal/run-progress.js';
import type {RunRequest} from '../ui/actions.js';
import type {CurrentRunEvent} from '../ui/current-run.js';
import {filesOf} from './choose-audio.js';
import {completedRun} from './completed-run.js';
import type {FinishedRun} from './finished-run.js';
import {followAgreement} from './follow-agreement.js';
import {keepRun} from './keep-run.js';
import {nothingHeard} from './live-audio-notes.js';
import {readReference} from './measure-accuracy.js';
import {type AudioChoice, openAudio} from './open-audio.js';
import type {OptionValues} from './options.js';
import {sampleReference} from './sample.js';
import {shownWhole, withShortPath} from './shown-audio.js';
import {type Steering, steer} from './steer-audio.js';
import {oneChannelOptions} from './transcription.js';

/**
A run that is over, and the name under which it is kept.
*/
export type EndedRun = {readonly id: string | undefined; readonly finished: FinishedRun};

/**
What a run needs from the app.
*/
export type AppRunSettings = {
	readonly request: RunRequest;
	readonly choice: AudioChoice;
	readonly values: OptionValues;
	readonly prices: readonly Price[];
	readonly clock: Clock;
	readonly onEvent: (event: CurrentRunEvent) => void;
	readonly onNote: (text: string) => void;
};

const tickMs = 200;

/**
A level meter is looked at while one speaks.
*/
const liveTickMs = 100;

/**
Carries out a run of the app, and says everything in events.

@param onOpened - Gets what steers its audio, once there is some.
@throws {ProblemError} Where it cannot begin, or ended without audio.
@throws The signal's reason when it is stopped before it began.
*/
export const transcribeForApp = async (
	{request, choice, values, prices, clock, onEvent, onNote}: AppRunSettings,
	stop: AbortSignal,
	abort: AbortSignal,
	onOpened: (steering: Steering) => void,
): Promise<EndedRun> => {
	const options = await oneChannelOptions(values);
	const referenceFile = values.reference ?? (request.audio.type === 'sample' ? sampleReference : undefined);
	const reference =
		referenceFile === undefined ? undefined : await readReference(referenceFile, options.language);
	await using opened = await openAudio(choice, {values, clock, stop, onNote});
	const {engines, file, live, pace, audio, pauses} = opened;
	for (const note of opened.notes) {
		onNote(note);
	}

	using kept = keepRun(
		opened,
		{mode: request.mode, path: filesOf(choice)[0], options, reference},
		{clock, onProblem: ({message, nextStep}) => onNote(`${message} ${nextStep}`)},
	);
	onEvent({
		type: 'run-prepared',
		subject: {
			name: file ? sanitise(file.name) : (live?.state().title ?? ''),
			isLive: live !== undefined,
			...(file && {whole: shownWhole(file)}),
			engineTitle: engines.title,
			options,
			prices,
			pace,
		},
	});

	let run: RunState = initialRunState;
	const agreementSoFar = followAgreement(options.language);
	const meter = createLevelMeter();
	const tell = () => {
		onEvent({
			type: 'run-ticked',
			nowMs: clock.nowMs(),
			loudness: live ? live.loudness() : meter.next(),
			isPaused: pauses.isPaused(),
			...(live && {input: withShortPath(live.state())}),
		});
	};
	onOpened(steer(opened, tell));
	tell();
	const tick = setInterval(
		() => {
			tell();
			const agreement = agreementSoFar(run);
			if (agreement !== undefined) {
				onEvent({type: 'run-measured', accuracy: {agreement}});
			}
		},
		live ? liveTickMs : tickMs,
	);
	void opened.recording.then(whole => {
		if (live && whole) {
			onEvent({type: 'run-recorded', whole: shownWhole(whole)});
		}
	});

	try {
		const heard = {
			...audio,
			source: watched(audio.source, ({bytes}) => {
				meter.hear(bytes);
			}),
		};
		await runAudio(request.mode, engines, live ? audio : heard, {
			options,
			clock,
			signal: abort,
			onEvent(event: RunEvent) {
				kept.append(event);
				run = reduceRun(run, event);
				onEvent({type: 'run-event', event});
				const warning = warningOf(event);
				if (warning !== undefined) {
					onNote(warning);
				}
			},
		});
	} finally {
		clearInterval(tick);
		tell();
	}

	const recording = await opened.recording;
	await kept.end(run);
	if (!(await audio.begun)) {
		throw new ProblemError(nothingHeard);
	}

	const finished = completedRun(run, opened, recording, {options, prices, reference});
	onEvent({type: 'run-ended', accuracy: finished.comparison.accuracy});
	return {id: kept.id(), finished};
};

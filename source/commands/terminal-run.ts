import type {RunMode} from '../core/mode.js';
import type {RunState} from '../core/run-state.js';
import {runAudio} from '../runs/side-by-side.js';
import {liveStatus} from '../terminal/live-status.js';
import type {LiveFrame} from '../terminal/output.js';
import {filesOf} from './choose-audio.js';
import type {CommandContext} from './command.js';
import {completedRun} from './completed-run.js';
import {lookAfterEarlierRuns} from './earlier-runs.js';
import type {FinishedRun} from './finished-run.js';
import {followLiveInput} from './follow-live-input.js';
import {keepRun} from './keep-run.js';
import {endNotes, nothingHeard} from './live-audio-notes.js';
import {readReference} from './measure-accuracy.js';
import {observeRun} from './observe-run.js';
import {type AudioChoice, openAudio} from './open-audio.js';
import {oneChannelOptions} from './transcription.js';
import {checkOutput, filesRead} from './write-result.js';

/**
A run as a command shows it while it goes on.
*/
type RunView = {
	readonly run: RunState;
	readonly engineTitle: string;

	/**
	The audio's length, where it is known.
	*/
	readonly seconds: number | undefined;
	readonly nowMs: number;
};

export type TerminalRun = {
	readonly mode: RunMode;
	readonly choice: AudioChoice;

	/**
	What was really said, if that is written down.
	*/
	readonly referenceFile: string | undefined;

	/**
	What is drawn in place.
	*/
	readonly draw: (view: RunView) => LiveFrame;

	/**
	Told of each event, once it is in the state.
	*/
	readonly onState: (run: RunState) => void;
};

/**
Runs one mode or both to the end, says on stderr what happens, and measures.

@returns Nothing where live audio ended before its first sound; that is said, too.
@throws {ProblemError} Where it cannot begin.
*/
export const runOnTerminal = async (
	{values, output, signals, clock, prices}: CommandContext,
	{mode, choice, referenceFile, draw, onState}: TerminalRun,
): Promise<FinishedRun | undefined> => {
	const options = await oneChannelOptions(values);
	await checkOutput(values.output, [...filesOf(choice), ...filesRead(values)]);
	const reference =
		referenceFile === undefined ? undefined : await readReference(referenceFile, options.language);
	const earlier = await lookAfterEarlierRuns(values, clock);
	for (const note of earlier.notes) {
		output.note(note);
	}

	await using opened = await openAudio(choice, {values, clock, stop: signals.stop, onNote: output.note});
	const {engines, file, live, audio} = opened;
	for (const note of [...opened.notes, ...engines.notes]) {
		output.note(note);
	}

	using kept = keepRun(
		opened,
		{mode, path: filesOf(choice)[0], options, reference},
		{clock, onProblem: ({message, nextStep}) => output.note(`${message} ${nextStep}`)},
	);
	const observed = observeRun(output);
	using care = live && followLiveInput(live, output);
	output.live(() => {
		const {text, status} = draw({
			run: observed.state(),
			engineTitle: engines.title,
			seconds: file?.seconds,
			nowMs: clock.nowMs(),
		});
		const hint = care?.hint();
		return {
			text,
			status: [
				...(live ? [liveStatus(live.state(), live.loudness())] : []),
				...status,
				...(hint === undefined ? [] : [hint]),
			],
		};
	});
	await runAudio(mode, engines, audio, {
		options,
		clock,
		signal: signals.abort,
		onEvent(event) {
			kept.append(event);
			observed.onEvent(event);
			onState(observed.state());
		},
	});
	output.endLive();

	const recording = await opened.recording;
	const isHeard = await audio.begun;
	await kept.end(observed.state());
	for (const note of live ? endNotes(live.state()) : []) {
		output.note(note);
	}

	const problem = care?.problem() ?? (isHeard ? undefined : nothingHeard);
	if (problem) {
		output.problem(problem);
	}

	if (!isHeard) {
		return undefined;
	}

	const completed = completedRun(observed.state(), opened, recording, {options, prices, reference});
	return {...completed, ...(problem && {problem})};
};

import type {Clock} from '../core/clock.js';
import {type Problem, ProblemError} from '../core/problem.js';
import {type RunEvent, type RunState, reduceRun} from '../core/run-state.js';
import {resumeBatch} from '../runs/resume-batch.js';
import type {WhatIsLeft} from '../storage/history/find-unfinished.js';
import {continuedClock} from '../storage/journal/continued-clock.js';
import {continueJournal} from '../storage/journal/journal.js';
import {isOwnedHere, livingOwner} from '../storage/journal/journal-owner.js';
import {type JournalledRun, readJournal} from '../storage/journal/read-journal.js';
import {runFile, runsFolder} from '../storage/journal/run-file.js';
import {dataFolder} from '../storage/paths.js';
import {brokenOff} from './broken-off.js';
import type {Engines} from './engines.js';
import {wholeAudio} from './journal-run.js';
import {openLeftRecording} from './open-left-recording.js';
import type {OptionValues} from './options.js';
import {resumableEngines} from './resumable-engines.js';

/**
What is needed to go on, and who is told what.
*/
export type ResumeSettings = {
	readonly values: OptionValues;
	readonly clock: Clock;
	readonly stop: AbortSignal;
	readonly onNote: (text: string) => void;

	/**
	Told once, before anything is asked of the service.
	*/
	readonly onReady: (ready: {readonly engines: Engines; readonly clock: Clock}) => void;
	readonly onEvent: (event: RunEvent) => void;
};

/**
Goes on with the batch side of a run that was broken off, and keeps what comes of it in the run's journal. Where it fails for
now, it can be gone on with again.

@returns The run as it is then.
@throws {ProblemError} Where it cannot begin; also where another Duet goes on with it.
*/
export const resumeRun = async (
	journal: JournalledRun,
	left: WhatIsLeft,
	{values, clock: ownClock, stop, onNote, onReady, onEvent: onStamped}: ResumeSettings,
): Promise<JournalledRun> => {
	const {header, run, audio} = journal;
	const {mode, options, engine} = header;
	const isLocal = engine.kind === 'local';
	const jobId = left.type === 'job' && !isLocal ? left.jobId : undefined; // A local server's jobs end with it.
	const path = 'path' in left && jobId === undefined ? left.path : undefined;
	await using opened = path === undefined ? undefined : await openLeftRecording(path, mode, stop);
	await using engines = await resumableEngines(engine, {values, clock: ownClock, stop}, opened?.prepared);
	for (const note of engines.notes) {
		onNote(note);
	}

	const folder = runsFolder(dataFolder());
	const file = runFile(folder, header.id);
	const clock = continuedClock(header, ownClock);
	using kept = continueJournal(journal, {
		folder,
		clock,
		onProblem: ({message, nextStep}) => onNote(`${message} ${nextStep}`),
	});
	await checkOwner(file);
	if (opened?.prepared) {
		if (audio.sha256 !== undefined && audio.sha256 !== opened.prepared.sha256) {
			onNote('The file has changed since: batch gets other audio than real-time did.');
		}

		kept.describeAudio(wholeAudio(opened.prepared));
	}

	let state = run;
	const onEvent = (event: RunEvent) => {
		kept.append(event);
		state = reduceRun(state, event);
		onStamped(event);
	};

	onReady({engines, clock});

	if (!['waiting', 'done', 'failed'].includes(run.realTime.phase)) {
		onEvent({mode: 'real-time', receivedMs: clock.nowMs(), event: {type: 'failed', problem: brokenOff}});
	}

	await resumeBatch(
		engines.batch,
		{
			hasBegun: run.batch.begunMs !== undefined,
			jobId,
			reference: isLocal ? undefined : journal.reference,
			openRecording: opened && (async () => opened.recording),
		},
		nothingLeft,
		{options, clock, signal: stop, onEvent},
	);
	if (isSettled(state)) {
		kept.end();
	}

	kept[Symbol.dispose]();
	return readJournal(file);
};

const checkOwner = async (file: string): Promise<void> => {
	const owner = await livingOwner(file, (await readJournal(file)).owners, Date.now());
	if (owner && !isOwnedHere(owner)) {
		throw new ProblemError({
			kind: 'bad-input',
			message: 'Another Duet goes on with this run.',
			nextStep: 'Wait for it; then duet show has it.',
		});
	}
};

const nothingLeft: Problem = {
	kind: 'bad-input',
	message: 'There is no job of this run at the service, and no recording to make one of.',
	nextStep: 'What real-time heard is in duet show.',
};

/**
Whether another attempt would do the same.
*/
const isSettled = ({batch: {phase, problem}}: RunState): boolean =>
	phase === 'done' || problem?.kind === 'rejected' || problem?.kind === 'bad-input';

import type {Clock} from '../core/clock.js';
import type {RunMode} from '../core/mode.js';
import {type Problem, ProblemError} from '../core/problem.js';
import {type RunEvent, type RunState, reduceRun} from '../core/run-state.js';
import {resumeBatch} from '../runs/resume-batch.js';
import {canGoOn, hasLostJob, whatIsLeft} from '../storage/history/find-unfinished.js';
import {continuedClock} from '../storage/journal/continued-clock.js';
import {continueJournal} from '../storage/journal/journal.js';
import {firstAlive, isOwnedHere, silenceMs} from '../storage/journal/journal-owner.js';
import {type JournalledRun, readJournal} from '../storage/journal/read-journal.js';
import {runFile, runsFolder} from '../storage/journal/run-file.js';
import {dataFolder} from '../storage/paths.js';
import {billedLengthSeconds} from './billed-length.js';
import {breakOff} from './broken-off.js';
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
	{values, clock: ownClock, stop, onNote, onReady, onEvent: onStamped}: ResumeSettings,
): Promise<JournalledRun> => {
	const {header} = journal;
	const {mode, options, engine} = header;
	const none = nothingLeft(mode);
	const expected = await whatIsLeft(journal);
	const path = expected.type === 'recording' ? expected.path : undefined;
	await using opened = path === undefined ? undefined : await openLeftRecording(path, mode, stop);
	await using engines = await resumableEngines(engine, {values, clock: ownClock, stop}, opened?.prepared);
	for (const note of engines.notes) {
		onNote(note);
	}

	const folder = runsFolder(dataFolder());
	const file = runFile(folder, header.id);
	const clock = continuedClock(header, ownClock);
	const wasSilentMs = await silenceMs(file, Date.now());
	using kept = continueJournal(journal, {
		folder,
		clock,
		onProblem: ({message, nextStep}) => onNote(`${message} ${nextStep}`),
	});
	const {run, audio} = await takenOver(file, journal, wasSilentMs);
	const left = await whatIsLeft({...journal, run, audio});
	if (!canGoOn(left)) {
		throw new ProblemError(run.batch.phase === 'done' ? doneMeanwhile : none);
	}

	if (opened?.prepared) {
		if (audio.sha256 !== undefined && audio.sha256 !== opened.prepared.sha256) {
			onNote('The file has changed since: batch gets other audio than real-time did.');
		}

		kept.describeAudio(wholeAudio(opened.prepared));
	}

	let state = run;
	const whole = opened?.prepared && wholeAudio(opened.prepared);
	const onEvent = (event: RunEvent) => {
		kept.append(event);
		state = reduceRun(state, event);
		onStamped(event);
	};

	onReady({engines, clock});

	breakOff(run, clock.nowMs(), ['real-time']).forEach(onEvent);

	await resumeBatch(
		engines.batch,
		{
			hasBegun: run.batch.begunMs !== undefined,
			jobId: 'jobId' in left ? left.jobId : undefined,
			reference: 'reference' in left ? left.reference : undefined,
			openRecording: opened && (async () => opened.recording),
		},
		none,
		{options, clock, signal: stop, onEvent},
	);
	const described = {...audio, ...whole};
	const seconds = described.seconds ?? billedLengthSeconds(state.batch.document);
	if (seconds !== undefined && described.seconds === undefined) {
		kept.describeAudio({seconds});
	}

	const {type: leftThen} = await whatIsLeft({...journal, run: state, audio: described});
	const canBeSubmitted = hasLostJob(state.batch) && leftThen === 'recording';
	if (canBeSubmitted) {
		onNote('The recording is here: going on with the run once more submits it again.');
	} else if (isSettled(state)) {
		kept.end();
	}

	return {...journal, run: state, audio: {...described, ...(seconds !== undefined && {seconds})}};
};

const doneMeanwhile: Problem = {
	kind: 'bad-input',
	message: 'Another Duet has brought this run to its end meanwhile.',
	nextStep: 'duet show has it.',
};

/**
The run as it is once this process has put its name into the journal: another Duet may have gone on with it since it was read.

@param wasSilentMs - How long nothing had been written before that; this process's name is no sign of life of the others.
*/
const takenOver = async (
	file: string,
	{owners: before}: JournalledRun,
	wasSilentMs: number,
): Promise<JournalledRun> => {
	const journal = await readJournal(file);
	const owner = firstAlive(journal.owners, index => (index < before.length ? wasSilentMs : 0));
	if (owner && !isOwnedHere(owner)) {
		throw new ProblemError({
			kind: 'bad-input',
			message: 'Another Duet goes on with this run.',
			nextStep: 'Wait for it; then duet show has it.',
		});
	}

	return journal;
};

const nothingLeft = (mode: RunMode): Problem => ({
	kind: 'bad-input',
	message: 'There is no job of this run at the service, and no recording to make one of.',
	nextStep:
		mode === 'batch' ? 'Transcribe it again with duet batch.' : 'What real-time heard is in duet show.',
});

/**
Whether another attempt would do the same.
*/
const isSettled = ({batch: {phase, problem}}: RunState): boolean =>
	phase === 'done' || problem?.kind === 'rejected' || problem?.kind === 'bad-input';

import type {Clock} from '../core/clock.js';
import type {RunMode} from '../core/mode.js';
import type {Problem} from '../core/problem.js';
import type {RunEvent, RunState} from '../core/run-state.js';
import type {TranscriptionOptions} from '../core/transcription-options.js';
import type {Journal} from '../storage/journal/keep-journal.js';
import {endJournal, journalRun, wholeAudio} from './journal-run.js';
import type {OpenedAudio} from './open-audio.js';

/**
A run that is kept on disk while it happens.
*/
export type KeptRun = Disposable & {
	/**
	Nothing before there is something to keep, as live audio that never had a sound leaves nothing behind; and nothing where it
	cannot be kept.
	*/
	readonly id: () => string | undefined;

	/**
	To be called before an event is shown.
	*/
	readonly append: (event: RunEvent) => void;

	/**
	The run is over. One that is disposed of without it counts as broken off.
	*/
	readonly end: (run: RunState) => Promise<void>;
};

/**
Begins to keep a run on audio that is open: a file as it is known, live audio as it becomes known.
*/
export const keepRun = (
	{engines, file, live, pace, recording, audio}: OpenedAudio,
	{
		mode,
		path,
		options,
		reference,
	}: {
		readonly mode: RunMode;

		/**
		Of a file, as the user gave it.
		*/
		readonly path: string | undefined;
		readonly options: TranscriptionOptions;
		readonly reference: string | undefined;
	},
	settings: {readonly clock: Clock; readonly onProblem: (problem: Problem) => void},
): KeptRun => {
	let journal: Journal | undefined;
	let isSaved = true;
	const early: RunEvent[] = []; // A pause before the first sound, say: where the recording is kept is not known yet.
	const begin = (): Journal => {
		const begun = journalRun(
			{
				mode,
				name: file?.name ?? live?.state().title ?? '',
				file: path ?? live?.state().recordingPath,
				recording: file,
				isLive: live !== undefined,
				engines,
				options,
				pace,
				reference,
			},
			{
				...settings,
				onProblem(problem) {
					isSaved = false;
					settings.onProblem(problem);
				},
			},
		);
		early.forEach(begun.append);
		return begun;
	};

	const describe = async () => {
		if (await audio.begun) {
			journal = begin();
		}

		const whole = live && (await recording);
		if (whole) {
			journal?.describeAudio({name: whole.name, ...wholeAudio(whole)});
		}
	};

	const described = describe();
	return {
		id: () => (isSaved ? journal?.id : undefined),
		append(event) {
			if (journal) {
				journal.append(event);
			} else {
				early.push(event);
			}
		},
		async end(run) {
			await described;
			if (journal) {
				endJournal(journal, engines, run);
			}
		},
		[Symbol.dispose]() {
			journal?.[Symbol.dispose]();
		},
	};
};

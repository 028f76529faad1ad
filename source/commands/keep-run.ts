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
	Nothing before there is something to keep: live audio that never had a sound leaves nothing behind.
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
	const begin = (): Journal => {
		journal ??= journalRun(
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
			settings,
		);
		return journal;
	};

	const describe = async () => {
		if (await audio.begun) {
			begin();
		}

		const whole = live && (await recording);
		if (whole) {
			begin().describeAudio({name: whole.name, ...wholeAudio(whole)});
		}
	};

	const described = describe();
	return {
		id: () => journal?.id,
		append(event) {
			begin().append(event);
		},
		async end(run) {
			await described;
			if (journal) {
				endJournal(journal, run);
			}
		},
		[Symbol.dispose]() {
			journal?.[Symbol.dispose]();
		},
	};
};

import type {Clock} from '../../core/clock.js';
import type {Problem} from '../../core/problem.js';
import {type RunEvent, type RunState, reduceRun} from '../../core/run-state.js';
import {summariseRun} from '../history/run-summary.js';
import {eventLine, line} from './event-line.js';
import {gatherEvents} from './gathered-events.js';
import type {RunAudio} from './journal-header.js';
import {notSavedProblem} from './journal-problem.js';
import {type LineFile, openLineFile} from './line-file.js';
import {type PartialBefore, partialLine} from './partial-line.js';
import {heartbeatMs, thisProcess} from './process-identity.js';
import {runFile} from './run-file.js';

/**
Keeps a run on disk while it happens. Disposing of it leaves the run unfinished, unless its end was said: anybody may go on with it.
*/
export type Journal = Disposable & {
	readonly id: string;

	/**
	To be called before the event is shown: it is in the file when this returns. Only progress that comes many times a
	second is held back, for a second at most. Never throws.
	*/
	readonly append: (event: RunEvent) => void;

	/**
	What is known of the audio only later: the length of a live recording, or where it is kept.
	*/
	readonly describeAudio: (audio: Partial<RunAudio>) => void;

	/**
	The run is over, however it went. What comes after that is not kept.
	*/
	readonly end: () => void;
};

export type JournalSettings = {
	/**
	Where journals are; it is made where it is missing.
	*/
	readonly folder: string;
	readonly clock: Clock;

	/**
	Told once that the run is not being saved. It goes on.
	*/
	readonly onProblem: (problem: Problem) => void;

	/**
	Calls back once after a time, which does not keep the process alive.

	@returns Takes the call back.
	*/
	readonly after?: (delayMs: number, callback: () => void) => () => void;
};

/**
How the writing of a journal begins, and what is known of its run by then.
*/
export type Beginning = {
	readonly id: string;
	readonly run: RunState;
	readonly audio: RunAudio;
	readonly isNew: boolean;

	/**
	The line to begin with.
	*/
	readonly first: string;
};

const tendMs = 1000;

/**
One that has got more to say, in a later Duet, is written as it is.
*/
const partialFields = 4;

/**
Writes a journal until the run is over or it is disposed of. Never throws: what cannot be written is told once.
*/
export const keepJournal = (
	{id, run: runBefore, audio: audioBefore, isNew, first}: Beginning,
	{folder, onProblem, after = systemAfter}: JournalSettings,
): Journal => {
	let run = runBefore;
	let audio = audioBefore;
	let isOver = false;
	let silentMs = 0;
	let isTold = false;
	let partialBefore: PartialBefore;
	const gathered = gatherEvents();
	const onError = (error: unknown) => {
		if (!isTold) {
			isTold = true;
			onProblem(notSavedProblem(error, folder));
		}
	};

	const file: LineFile = openLineFile(runFile(folder, id), {isNew, onError});
	const write = (text: string) => {
		file.write(gathered.takeLines() + text);
	};

	const writeEvent = ({mode, event, receivedMs}: RunEvent) => {
		if (event.type === 'partial' && Object.keys(event).length === partialFields) {
			const text = partialLine(event, receivedMs, partialBefore);
			partialBefore = event;
			if (run.realTime.firstPartialMs === receivedMs) {
				write(text); // Its latency is measured from the audio that was sent before it.
			} else {
				file.write(text);
			}
		} else {
			write(eventLine({mode, event, receivedMs} as RunEvent));
			partialBefore = event.type === 'final' ? undefined : partialBefore;
			file.sync();
		}
	};

	const tend = () => {
		silentMs += tendMs;
		write('');
		file.tend(silentMs >= heartbeatMs);
		silentMs %= heartbeatMs;
		file.sync();
		cancel = after(tendMs, tend);
	};

	const stop = () => {
		isOver = true;
		cancel();
		write('');
		file.close();
	};

	let cancel = after(tendMs, tend);
	write(first);
	return {
		id,
		append(event) {
			if (isOver) {
				return;
			}

			try {
				const before = run;
				run = reduceRun(run, event);
				if (!gathered.take(event, before, run)) {
					writeEvent(event);
				}
			} catch (error) {
				onError(error); // A document of half a gigabyte, say, is too long for a text.
			}
		},
		describeAudio(change) {
			if (!isOver) {
				audio = {...audio, ...change};
				write(line({audio: change}));
			}
		},
		end() {
			if (!isOver) {
				write(line({ended: {at: new Date().toISOString(), audio, summary: summariseRun(run)}}));
				stop();
			}
		},
		[Symbol.dispose]() {
			if (!isOver) {
				write(line({released: thisProcess()}));
				stop();
			}
		},
	};
};

const systemAfter = (delayMs: number, callback: () => void): (() => void) => {
	const timeout = setTimeout(callback, delayMs);
	timeout.unref();
	return () => {
		clearTimeout(timeout);
	};
};

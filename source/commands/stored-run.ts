import type {BatchState} from '../core/batch-state.js';
import type {Price} from '../core/cost.js';
import {normaliseForScoring} from '../core/normalise/normalise.js';
import type {RealTimeState} from '../core/real-time-state.js';
import type {RunState} from '../core/run-state.js';
import {sanitise} from '../core/sanitise.js';
import type {JournalledRun} from '../storage/journal/read-journal.js';
import {brokenOff, isUnderWay} from './broken-off.js';
import {finishedComparison} from './finished-comparison.js';
import type {FinishedRun} from './finished-run.js';

/**
A run that is over, from its journal, as if it had ended just now. What stood in a file is made safe to show where nothing else
does that.

@param reference - What was really said; without one, what the journal says.
*/
export const finishedRun = (
	{header, audio, run}: JournalledRun,
	prices: readonly Price[],
	reference = header.reference,
): FinishedRun => {
	const {engine, isLive, pace} = header;
	const options = {...header.options, language: sanitise(header.options.language)};
	const audioSeconds = audio.seconds ?? run.realTime.sentSeconds;
	return {
		comparison: finishedComparison(closedRun(run), {
			audioSeconds,
			isLive,
			pace,
			options,
			prices,
			reference: isUsable(reference, options.language) ? reference : undefined,
		}),
		recording: {
			name: audio.name,
			seconds: audioSeconds,
			byteCount: audio.bytes ?? run.realTime.sentBytes,
			sha256: sanitise(audio.sha256 ?? ''),
		},
		engines: {
			kind: engine.kind,
			title: sanitise(engine.title),
			...(engine.recogniser !== undefined && {recogniser: engine.recogniser}),
			batchUrl: engine.batchUrl,
			realTimeUrl: engine.realtimeUrl,
		},
		options,
	};
};

/**
A reference without words cannot be divided by.
*/
const isUsable = (reference: string | undefined, language: string): boolean =>
	reference !== undefined && normaliseForScoring(reference, language).length > 0;

/**
A mode that was under way when its run was broken off has failed by that.
*/
const closedRun = ({batch, realTime}: RunState): RunState => ({
	batch: closedMode<BatchState>({...batch, wordDelimiter: sanitise(batch.wordDelimiter)}),
	realTime: closedMode<RealTimeState>({...realTime, wordDelimiter: sanitise(realTime.wordDelimiter)}),
});

const closedMode = <State extends BatchState | RealTimeState>(state: State): State =>
	isUnderWay(state.phase) ? {...state, phase: 'failed', problem: brokenOff} : state;

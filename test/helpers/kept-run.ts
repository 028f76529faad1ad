import path from 'node:path';
import {createPacedSource} from '../../source/audio/paced-source.js';
import {prepareRecording} from '../../source/audio/prepare-recording.js';
import {openEngines} from '../../source/commands/engines.js';
import {finishedComparison} from '../../source/commands/finished-comparison.js';
import type {FinishedRun} from '../../source/commands/finished-run.js';
import {journalRun} from '../../source/commands/journal-run.js';
import {resolveOptions} from '../../source/commands/resolve-options.js';
import {initialRunState, type RunState, reduceRun} from '../../source/core/run-state.js';
import {runAudio} from '../../source/runs/side-by-side.js';
import {readBundledPrices} from '../../source/storage/prices.js';
import {root, sampleFile} from './duet.js';
import {refuse} from './journals.js';
import {plainOptions} from './transcription-options.js';

const clock = {nowMs: () => performance.now()};

/**
Runs both modes on the bundled sample with the local engine, and keeps the run among Duet's data.

@returns The run as it ended here, and its id.
*/
export const keepSampleRun = async (
	reference: string | undefined,
): Promise<{readonly finished: FinishedRun; readonly id: string}> => {
	const {values} = resolveOptions([]);
	const signal = new AbortController().signal;
	await using recording = await prepareRecording(sampleFile);
	await using engines = await openEngines({...values, engine: 'local', recogniser: 'replay'}, clock, {
		recording,
		signal,
	});
	const options = {...plainOptions, diarization: 'speaker' as const};
	const pace = 40;
	using journal = journalRun(
		{
			mode: 'side-by-side',
			name: recording.name,
			file: sampleFile,
			recording,
			isLive: false,
			engines,
			options,
			pace,
			reference,
		},
		{clock, onProblem: refuse},
	);
	let run: RunState = initialRunState;
	await runAudio(
		'side-by-side',
		engines,
		{
			begun: Promise.resolve(true),
			source: createPacedSource(recording, {pace, clock}),
			whole: Promise.resolve(recording.recording),
			leave() {},
			onHold() {},
			end() {},
		},
		{
			options,
			clock,
			signal,
			onEvent(event) {
				journal.append(event);
				run = reduceRun(run, event);
			},
		},
	);
	journal.end();
	const prices = await readBundledPrices(path.join(root, 'assets'));
	const facts = {audioSeconds: recording.seconds, isLive: false, pace, options, prices, reference};
	const {name, seconds, byteCount, sha256} = recording;
	const {kind, title, recogniser, batchUrl, realTimeUrl} = engines;
	return {
		id: journal.id,
		finished: {
			comparison: finishedComparison(run, facts),
			recording: {name, seconds, byteCount, sha256},
			engines: {kind, title, ...(recogniser !== undefined && {recogniser}), batchUrl, realTimeUrl},
			options,
		},
	};
};

import type {ReportContext} from '../core/comparison-report.js';
import type {LiveInputState} from '../core/live-input.js';
import {normalisation} from '../core/normalise/normalise.js';
import type {FinishedRun} from './finished-run.js';

/**
What a JSON report says about the audio, the engine and the settings.
*/
export const reportContext = ({
	recording: {name, seconds, byteCount, sha256},
	engines: {kind, recogniser, batchUrl, realTimeUrl},
	options: {vocabulary, ...settings},
	live,
}: FinishedRun): ReportContext => ({
	audio: {name, seconds, bytes: byteCount, sha256, ...(live && {live: liveReport(live)})},
	engine: {kind, ...(recogniser !== undefined && {recogniser}), batchUrl, realtimeUrl: realTimeUrl},
	settings: {...settings, vocabularyCount: vocabulary.length},
	normalisation: `${normalisation.name} ${normalisation.version}`,
});

const liveReport = ({title, backend, droppedFrames, recordingPath}: LiveInputState) => ({
	input: title,
	...(backend !== undefined && {backend}),
	...(droppedFrames !== undefined && {droppedFrames}),
	...(recordingPath !== undefined && {recording: recordingPath}),
});

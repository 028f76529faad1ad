import type {PreparedRecording} from '../audio/prepare-recording.js';
import type {ReportContext} from '../core/comparison-report.js';
import {normalisation} from '../core/normalise/normalise.js';
import type {TranscriptionOptions} from '../core/transcription-options.js';
import type {Engines} from './engines.js';

/**
What a JSON report says about the audio, the engine and the settings.
*/
export const reportContext = (
	{name, seconds, byteCount, sha256}: PreparedRecording,
	{kind, recogniser, batchUrl, realTimeUrl}: Engines,
	{vocabulary, ...settings}: TranscriptionOptions,
): ReportContext => ({
	audio: {name, seconds, bytes: byteCount, sha256},
	engine: {kind, ...(recogniser !== undefined && {recogniser}), batchUrl, realtimeUrl: realTimeUrl},
	settings: {...settings, vocabularyCount: vocabulary.length},
	normalisation: `${normalisation.name} ${normalisation.version}`,
});

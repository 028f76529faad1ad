import type {PreparedRecording} from '../audio/prepare-recording.js';
import type {Comparison} from '../core/comparison.js';
import type {LiveInputState} from '../core/live-input.js';
import type {Problem} from '../core/problem.js';
import type {TranscriptionOptions} from '../core/transcription-options.js';
import type {Engines} from './engines.js';

/**
A run that is over, with all that is said about it.
*/
export type FinishedRun = {
	readonly comparison: Comparison;
	readonly recording: Pick<PreparedRecording, 'name' | 'seconds' | 'byteCount' | 'sha256'>;
	readonly engines: Pick<Engines, 'kind' | 'title' | 'recogniser' | 'batchUrl' | 'realTimeUrl'>;
	readonly options: TranscriptionOptions;

	/**
	How the audio came, where it was live.
	*/
	readonly live?: LiveInputState;

	/**
	Why live audio ended before the user ended it.
	*/
	readonly problem?: Problem;
};

import type {Annotations} from '../../core/recogniser.js';
import type {Word} from '../../core/word.js';
import type {StoredAudio} from './audio-store.js';
import type {JobConfig} from './job-config.js';

/**
A batch job. Nothing changes in place: the store replaces it.
*/
export type Job = {
	/**
	Ten lower-case letters and digits.
	*/
	readonly id: string;

	/**
	In milliseconds since 1970, and different from every other job's, so that pages of a list never overlap.
	*/
	readonly createdMs: number;
	readonly config: JobConfig;

	/**
	The name of the uploaded file; empty for audio that is fetched.
	*/
	readonly dataName: string;

	/**
	Only credentials with the same reference see it, and those without any.
	*/
	readonly clientRef?: string;

	/**
	0 until the audio has been read.
	*/
	readonly durationSeconds: number;
	readonly audio?: StoredAudio;
	readonly errors: readonly JobError[];
	readonly state: JobState;
};

/**
Where a job stands. There is no state of failure but `rejected`.
*/
type JobState =
	| {readonly status: 'running'}
	| {readonly status: 'done'; readonly finishedMs: number; readonly transcript: Transcript}
	| {readonly status: 'rejected'; readonly finishedMs: number}
	| {
			readonly status: 'deleted';
			readonly finishedMs: number;

			/**
			It was done before, so it counts as used.
			*/
			readonly wasDone: boolean;
	  };

export type JobError = {readonly message: string; readonly timestamp: string};

/**
What was recognised.
*/
export type Transcript = {
	/**
	Whose words these are; several are joined with `+`.
	*/
	readonly recogniserId: string;

	/**
	The language that was asked for or identified.
	*/
	readonly language: string;
	readonly languageName: string;
	readonly identification?: LanguageIdentification;
	readonly words: readonly Word[];
	readonly annotations: Annotations;
};

/**
How the language was found, where the configuration says `auto`.
*/
export type LanguageIdentification = 'identified' | 'no-speech';

/**
Seven days after it ended, a job's audio and transcript are gone.

@see The limits page of the batch documentation.
*/
export const isExpired = ({state}: Job, nowMs: number): boolean =>
	state.status !== 'running' && nowMs - state.finishedMs >= retentionMs;

const retentionMs = 7 * 24 * 3600 * 1000;

/**
A failure as jobs report it, with the time it happened.
*/
export const jobError = (message: string, nowMs: number): JobError => ({
	message,
	timestamp: new Date(nowMs).toISOString(),
});

/**
A job as the API shows it.
*/
export const jobJson = (job: Job): Readonly<Record<string, unknown>> => ({
	config: job.config,
	created_at: new Date(job.createdMs).toISOString(),
	data_name: job.dataName,
	duration: Math.round(job.durationSeconds),
	...(job.errors.length > 0 && {errors: job.errors}),
	id: job.id,
	status: job.state.status,
});

import type {AudioDecoder} from '../../core/audio-decoder.js';
import {toProblem} from '../../core/problem.js';
import type {Recogniser} from '../../core/recogniser.js';
import type {JobFate} from '../faults/http/job-fate.js';
import {pause, pauseForEver} from '../pause.js';
import type {ServerLimits} from '../server-limits.js';
import type {AudioStore} from './audio-store.js';
import {fetchAudio} from './fetch-audio.js';
import {type Job, jobError} from './job.js';
import {measureAudio} from './job-audio.js';
import type {JobStore} from './job-store.js';
import {type NotificationStatus, notify} from './notifications.js';
import {recogniseJob} from './recognise-job.js';
import {createSemaphore, type Semaphore} from './semaphore.js';

/**
Runs jobs in the background.
*/
export type JobRunner = {
	/**
	@param fate - What is to become of it, whatever is in it.
	*/
	readonly start: (job: Job, fate?: JobFate) => void;

	/**
	Stops a running job.
	*/
	readonly cancel: (id: string) => void;

	/**
	Stops all jobs, and resolves when none runs any more.
	*/
	readonly close: () => Promise<void>;
};

export type RunnerParts = {
	readonly store: JobStore;
	readonly recognisers: readonly Recogniser[];
	readonly decoder: AudioDecoder;

	readonly audioStore: AudioStore;
	readonly limits: Pick<ServerLimits, 'uploadBytes' | 'silentBodyMs'>;
	readonly nowMs: () => number;

	/**
	How much faster than the service it does what takes time.
	*/
	readonly timeScale: number;

	/**
	How long every job takes at least, instead of a time that grows with its audio.
	*/
	readonly jobSeconds: number | undefined;
};

type JobParts = RunnerParts & {readonly semaphores: ReadonlyMap<Recogniser, Semaphore>};

export const createJobRunner = (runnerParts: RunnerParts): JobRunner => {
	const semaphores = new Map(
		runnerParts.recognisers.map(recogniser => [
			recogniser,
			createSemaphore(recogniser.capacity?.batch ?? Number.POSITIVE_INFINITY),
		]),
	);
	const parts = {...runnerParts, semaphores};
	const running = new Map<string, {readonly controller: AbortController; readonly ended: Promise<void>}>();
	return {
		start(job, fate) {
			const controller = new AbortController();
			const ended = runJob(job, parts, fate, controller.signal)
				.catch(() => undefined) // It was stopped; every other failure is the job's own.
				.finally(async () => {
					running.delete(job.id);
					const audio = parts.store.find(job.id)?.audio;
					await (audio && parts.audioStore.retire(audio));
				});
			running.set(job.id, {controller, ended});
		},

		cancel(id) {
			running.get(id)?.controller.abort();
		},

		async close() {
			for (const {controller} of running.values()) {
				controller.abort();
			}

			await Promise.all([...running.values()].map(({ended}) => ended));
		},
	};
};

/**
Takes a job from running to done or rejected, then tells whom it may concern.

@throws The reason of the signal, when it is aborted.
*/
const runJob = async (
	job: Job,
	parts: JobParts,
	fate: JobFate | undefined,
	signal: AbortSignal,
): Promise<void> => {
	const {store, nowMs, timeScale} = parts;
	const onFailure = (message: string): void => {
		store.update(job.id, before => ({...before, errors: [...before.errors, jobError(message, nowMs())]}));
	};

	const status =
		(await meetFate(fate, onFailure, signal)) ?? (await transcribe(job, parts, onFailure, signal));
	const ended = store.update(job.id, before =>
		status === 'success' ? before : {...before, state: {status: 'rejected', finishedMs: nowMs()}},
	);
	await Promise.all(
		[job.config.notification_config ?? []]
			.flat()
			.map(async config => notify(ended, status, config, {timeScale, onFailure}, signal)),
	);
};

/**
@returns How the job ended, if this is its end.
*/
const meetFate = async (
	fate: JobFate | undefined,
	onFailure: (message: string) => void,
	signal: AbortSignal,
): Promise<NotificationStatus | undefined> => {
	if (!fate?.happen()) {
		return undefined;
	}

	if (fate.type === 'running') {
		await (Number.isFinite(fate.forMs) ? pause(fate.forMs, signal) : pauseForEver(signal));
		return undefined;
	}

	await pause(fate.afterMs, signal);
	if (fate.hasReason) {
		onFailure('The fault that was asked for.');
	}

	return 'error';
};

const transcribe = async (
	job: Job,
	parts: JobParts,
	onFailure: (message: string) => void,
	signal: AbortSignal,
): Promise<NotificationStatus> => {
	const {store, decoder, nowMs, timeScale} = parts;
	const {fetch_data} = job.config;
	let failure: NotificationStatus = 'fetch_error';
	try {
		const audio = job.audio ?? (fetch_data && (await fetchAudio(fetch_data, {...parts, onFailure}, signal)));
		if (!audio) {
			return failure;
		}

		failure = 'trim_error';
		const durationSeconds = await measureAudio(audio, decoder, signal);
		store.update(job.id, before => ({...before, audio, durationSeconds}));
		failure = 'error';
		const {recogniser, transcript} = await recogniseJob(audio, job.config, parts, signal);
		const leastSeconds = recogniser.capacity ? 0 : turnaroundSeconds(durationSeconds) / timeScale;
		const jobMs = (parts.jobSeconds ?? leastSeconds) * 1000;
		await pause(Math.max(0, job.createdMs + jobMs - nowMs()), signal);
		store.update(job.id, before => ({
			...before,
			state: {status: 'done', finishedMs: nowMs(), transcript},
		}));
		return 'success';
	} catch (error) {
		signal.throwIfAborted();
		const {message, nextStep} = toProblem(error);
		onFailure(`${message} ${nextStep}`);
		return failure;
	}
};

/**
How long the service takes, roughly: a start, and a share of the audio's length. A recogniser whose work is light takes
that long for show; one whose capacity is limited takes the time that it needs.

@see Turnarounds of captured jobs: 3.6 s for 17 s of audio, 11 s for 197 s.
*/
const turnaroundSeconds = (durationSeconds: number): number => 1.5 + 0.06 * durationSeconds;

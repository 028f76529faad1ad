import {randomInt} from 'node:crypto';
import type {Job} from './job.js';

/**
The jobs of one server, in memory.
*/
export type JobStore = {
	/**
	Adds a running job.
	*/
	readonly create: (draft: Pick<Job, 'config' | 'dataName' | 'clientRef' | 'audio'>) => Job;

	/**
	The job as it is now, or `undefined` for an unknown id.
	*/
	readonly find: (id: string) => Job | undefined;

	/**
	All jobs, newest first.
	*/
	readonly list: () => readonly Job[];

	/**
	Replaces a job. A deleted one stays as it is.

	@returns The job as it is now.
	*/
	readonly update: (id: string, change: (job: Job) => Job) => Job;

	/**
	Resolves when the job runs no more.
	*/
	readonly ended: (id: string) => Promise<void>;
};

type Entry = {job: Job; readonly ended: PromiseWithResolvers<void>};

/**
@param nowMs - The time of day in milliseconds since 1970.
*/
export const createJobStore = (nowMs: () => number): JobStore => {
	const entries = new Map<string, Entry>();
	let lastCreatedMs = 0;

	const entryOf = (id: string): Entry => {
		const entry = entries.get(id);
		if (!entry) {
			throw new RangeError(`There is no job ${id}.`);
		}

		return entry;
	};

	return {
		create(draft) {
			lastCreatedMs = Math.max(nowMs(), lastCreatedMs + 1);
			const job: Job = {
				...draft,
				id: createId(),
				createdMs: lastCreatedMs,
				durationSeconds: 0,
				errors: [],
				state: {status: 'running'},
			};
			entries.set(job.id, {job, ended: Promise.withResolvers()});
			return job;
		},

		find: id => entries.get(id)?.job,

		list: () => [...entries.values()].map(({job}) => job).reverse(),

		update(id, change) {
			const entry = entryOf(id);
			if (entry.job.state.status !== 'deleted') {
				entry.job = change(entry.job);
			}

			if (entry.job.state.status !== 'running') {
				entry.ended.resolve();
			}

			return entry.job;
		},

		ended: id => entryOf(id).ended.promise,
	};
};

const createId = (): string => Array.from({length: 10}, () => randomInt(36).toString(36)).join('');

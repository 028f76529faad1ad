import {parseFaults} from '../../source/local/faults/parse-faults.js';
import {startLocalServer} from '../../source/local/server.js';
import type {LocalServerOptions} from '../../source/local/server-options.js';

type SoakServerOptions = Omit<LocalServerOptions, 'faults'> & {
	/**
	As for `--fault`.
	*/
	readonly faults?: string;
};

/**
A local server for the built program, in whose log faults are counted.
*/
export const startSoakServer = async ({faults, ...options}: SoakServerOptions) => {
	let faultCount = 0;
	const server = await startLocalServer({
		realTime: {quota: 1000, pace: Number.POSITIVE_INFINITY},
		...options,
		...(faults !== undefined && {
			faults: parseFaults(faults),
			onFault() {
				faultCount++;
			},
		}),
	});
	return {
		urls: ['--batch-url', server.batchUrl, '--rt-url', server.realTimeUrl],
		environment: {SPEECHMATICS_API_KEY: server.apiKey},
		faultCount: () => faultCount,

		/**
		All jobs that were ever created. Faults fall on these questions, too, so they are asked until they are answered.
		*/
		async jobs(): Promise<
			ReadonlyArray<{readonly id: string; readonly data_name: string; readonly created_at: string}>
		> {
			const all = new Map<
				string,
				{readonly id: string; readonly data_name: string; readonly created_at: string}
			>();
			let before: string | undefined;
			for (;;) {
				const query = before === undefined ? '' : `&created_before=${encodeURIComponent(before)}`;
				const page = await ask(
					`${server.batchUrl}/jobs?limit=100&include_deleted=true${query}`,
					server.apiKey,
				);
				if (page.length === 0) {
					return [...all.values()];
				}

				for (const job of page) {
					all.set(job.id, job);
				}

				before = page.at(-1)?.created_at;
			}
		},
		[Symbol.asyncDispose]: server.close,
	};
};

type Job = {readonly id: string; readonly data_name: string; readonly created_at: string};

const ask = async (url: string, apiKey: string): Promise<readonly Job[]> => {
	for (;;) {
		try {
			const response = await fetch(url, {headers: {Authorization: `Bearer ${apiKey}`}});
			const {jobs} = (await response.json()) as {readonly jobs?: readonly Job[]};
			if (jobs) {
				return jobs;
			}
		} catch {
			// A fault: once more.
		}
	}
};

import path from 'node:path';
import {duet, median, root, runNode, sample, startServer} from './processes.js';

const trials = 3;
const sdk = path.join(root, 'bench', 'sdk-transcribe.js');

/**
From the end of a job of 1.0 s on the server to its transcript on stdout, whole process.
*/
export const noticing = async () => {
	const withWait = await startServer('--job-seconds', '1');
	const withoutWait = await startServer('--job-seconds', '1', '--no-wait');
	try {
		const ownArguments = ({batchUrl}) => [duet, 'batch', sample, '--format', 'json', '--batch-url', batchUrl];
		const own = await measure(withWait, ownArguments);
		const ownWithoutWait = await measure(withoutWait, ownArguments);
		const theirs = await measure(withWait, ({batchUrl}) => [sdk, sample, batchUrl]);
		const row = (milliseconds, budget) => ({
			'after done, ms': Math.round(milliseconds),
			'budget, ms': budget,
			'SDK takes × as long': Number((theirs / milliseconds).toFixed(1)),
		});
		return {
			title: `Batch: done on the server → on screen (job of 1.0 s, median of ${trials})`,
			rows: {
				'duet batch, server with wait': row(own, 150),
				'duet batch, server without wait': row(ownWithoutWait, 300),
				'JavaScript SDK, transcribe()': row(theirs, undefined),
			},
		};
	} finally {
		withWait.stop();
		withoutWait.stop();
	}
};

const measure = async (server, arguments_) => {
	const delays = [];
	for (let trial = 0; trial < trials; trial++) {
		const {stdout, firstOutputMs} = await runNode(arguments_(server), {SPEECHMATICS_API_KEY: server.apiKey});
		delays.push(firstOutputMs - milliseconds(JSON.parse(stdout).metadata.created_at));
	}

	return median(delays);
};

/**
The time of day with its microseconds, which `Date` drops.
*/
const milliseconds = createdAt => {
	const fraction = /\.(\d+)Z$/.exec(createdAt)[1];
	return Date.parse(createdAt.replace(/\.\d+Z$/, 'Z')) + Number(`0.${fraction}`) * 1000;
};

import {mkdtemp, open, rm} from 'node:fs/promises';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {duet, root, runNode} from './processes.js';

const megabytes = 500;
const sdk = path.join(root, 'bench', 'sdk-transcribe.js');

/**
Peak memory of the whole process while it uploads 500 MB. The server only reads: what it does with the audio is not
the question here.
*/
export const upload = async () => {
	const folder = await mkdtemp(path.join(tmpdir(), 'duet-bench-'));
	const server = await startReader();
	try {
		const file = path.join(folder, 'long.wav');
		const handle = await open(file, 'w');
		await handle.truncate(megabytes * 1_000_000);
		await handle.close();

		const environment = {SPEECHMATICS_API_KEY: 'bench'};
		const own = await runNode([duet, 'batch', file, '--batch-url', server.url], environment);
		const theirs = await runNode([sdk, file, server.url], environment);
		const row = ({peakMegabytes, tookMs}, budget) => ({
			'peak memory, MB': Math.round(peakMegabytes),
			'budget, MB': budget,
			'× the memory of duet': Number((peakMegabytes / own.peakMegabytes).toFixed(1)),
			'took, s': Number((tookMs / 1000).toFixed(1)),
		});
		return {
			title: `Batch: upload of ${megabytes} MB`,
			rows: {'duet batch': row(own, 100), 'JavaScript SDK, transcribe()': row(theirs, undefined)},
		};
	} finally {
		await server.stop();
		await rm(folder, {recursive: true});
	}
};

const startReader = async () => {
	const job = {
		id: 'a1b2c3d4e5',
		status: 'done',
		created_at: '2026-01-01T00:00:00.000Z',
		data_name: 'long.wav',
		duration: 1,
	};
	const transcript = {format: '2.9', job, metadata: {created_at: '2026-01-01T00:00:01.000000Z'}, results: []};
	const server = createServer(async (request, response) => {
		for await (const _ of request) {
			// Read and forgotten.
		}

		const body =
			request.method === 'POST' ? {id: job.id} : request.url.includes('/transcript') ? transcript : {job};
		response.writeHead(request.method === 'POST' ? 201 : 200, {'content-type': 'application/json'});
		response.end(JSON.stringify(body));
	});
	await new Promise(resolve => {
		server.listen(0, '127.0.0.1', resolve);
	});
	return {
		url: `http://127.0.0.1:${server.address().port}/v2`,
		async stop() {
			server.closeAllConnections();
			await new Promise(resolve => {
				server.close(resolve);
			});
		},
	};
};

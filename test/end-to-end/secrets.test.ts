import {once} from 'node:events';
import {readdir, readFile} from 'node:fs/promises';
import {connect, createServer} from 'node:net';
import path from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';
import {createAudioDecoder} from '../../source/audio/decoder.js';
import {createReplayRecogniser, loadKnownAudio} from '../../source/local/recognisers/replay.js';
import {startLocalServer} from '../../source/local/server.js';
import {type DuetOptions, root, runDuet, sampleFile, startDuet} from '../helpers/duet.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const key = 'k3yThatNobodyMayEverSeeAnywhere42';
const wrongKey = 'wr0ngKeyThatNobodyMayEverSeeEither';

/**
All files below a folder, as text.
*/
const filesIn = async (
	folder: string,
): Promise<ReadonlyArray<{readonly file: string; readonly text: string}>> => {
	const entries = await readdir(folder, {recursive: true, withFileTypes: true});
	return Promise.all(
		entries
			.filter(entry => entry.isFile())
			.map(async entry => {
				const file = path.join(entry.parentPath, entry.name);
				return {file, text: await readFile(file, 'latin1')};
			}),
	);
};

/**
The local server behind a line on which every request is read.
*/
const startWatchedServer = async () => {
	const server = await startLocalServer({
		recognisers: [createReplayRecogniser(await loadKnownAudio(path.join(root, 'assets')))],
		decoder: createAudioDecoder(),
		apiKey: key,
		jobSeconds: 0.1,
		realTime: {quota: 9, pace: Number.POSITIVE_INFINITY},
	});
	onTestFinished(server.close);
	const target = new URL(server.batchUrl);
	let sent = '';
	const line = createServer(client => {
		const upstream = connect(Number(target.port), target.hostname);
		client.on('data', bytes => {
			sent += bytes.toString('latin1');
			upstream.write(bytes.toString('latin1').replaceAll(`127.0.0.1:${port}`, target.host), 'latin1');
		});
		upstream.pipe(client);
		client.on('error', () => upstream.destroy());
		upstream.on('error', () => client.destroy());
		client.on('close', () => upstream.destroy());
	});
	await new Promise<void>(resolve => {
		line.listen(0, '127.0.0.1', resolve);
	});
	onTestFinished(() => void line.close());
	const address = line.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	return {
		urls: ['--batch-url', `http://127.0.0.1:${port}/v2`, '--rt-url', `ws://127.0.0.1:${port}/v2`],

		/**
		The first lines of all requests.
		*/
		requestLines: () => sent.match(/^(?:GET|POST|DELETE) .* HTTP\/1\.1$/gm) ?? [],
	};
};

/**
Runs the built program until it has begun, and lets a fault that nobody catches end it.
*/
const crashing = async (
	arguments_: readonly string[],
	{environment, cwd}: Required<Pick<DuetOptions, 'environment' | 'cwd'>>,
) => {
	const preload = path.join(root, 'test', 'fixtures', 'preload', 'throw.js');
	const child = startDuet(arguments_, {
		environment: {...environment, NODE_OPTIONS: `--import=${preload}`},
		cwd,
	});
	let said = '';
	child.stdout?.on('data', text => {
		said += text;
	});
	child.stderr?.on('data', text => {
		said += text;
		if (/session started|error:/.test(said)) {
			child.kill('SIGUSR2');
		}
	});
	await once(child, 'close');
	return {stdout: '', stderr: said, exitCode: child.exitCode};
};

describe('the API key', () => {
	it.each([
		['the right one', key],
		['a wrong one', wrongKey],
	])('%s is in no address, output, journal, log or file, whatever is done with it', async (_, usedKey) => {
		const folder = await temporaryFolder();
		onTestFinished(() => folder[Symbol.asyncDispose]());
		const {urls, requestLines} = await startWatchedServer();
		const environment = {
			SPEECHMATICS_API_KEY: usedKey,
			XDG_DATA_HOME: folder.path,
			XDG_STATE_HOME: folder.path,
			XDG_CONFIG_HOME: folder.path,
			HOME: folder.path,
		};
		const runs = await Promise.all([
			runDuet(['compare', sampleFile, '--json', '--pace', '50', ...urls], {environment, cwd: folder.path}),
			runDuet(['live', sampleFile, '--pace', '50', ...urls], {environment, cwd: folder.path}),
			runDuet(['batch', sampleFile, '--format', 'json', '--output', 'batch.json', ...urls], {
				environment,
				cwd: folder.path,
			}),
			runDuet(['doctor', '--json', ...urls], {environment, cwd: folder.path}),
			crashing(['live', sampleFile, ...urls], {environment, cwd: folder.path}),
		]);
		const read = await Promise.all([
			runDuet(['history', '--json'], {environment, cwd: folder.path}),
			runDuet(['show', '--json'], {environment, cwd: folder.path}),
		]);
		for (const {stdout, stderr} of [...runs, ...read]) {
			expect(stdout + stderr).not.toContain(usedKey);
		}

		const isRight = usedKey === key;
		expect(runs.at(-1)?.stderr).toMatch(isRight ? /a fault nobody caught/ : /error: /);
		expect(runs.slice(0, 4).map(({exitCode}) => exitCode === 0)).toEqual([
			isRight,
			isRight,
			isRight,
			isRight,
		]);
		const lines = requestLines();
		expect(lines.length).toBeGreaterThan(4);
		expect(lines.filter(line => line.includes(usedKey))).toEqual([]);
		const files = await filesIn(folder.path);
		expect(files.some(({file}) => file.endsWith('.jsonl'))).toBe(true);
		expect(files.filter(({text}) => text.includes(usedKey)).map(({file}) => file)).toEqual([]);
	});
});

import {mkdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {createAudioDecoder} from '../../source/audio/decoder.js';
import {createReplayRecogniser, loadKnownAudio} from '../../source/local/recognisers/replay.js';
import {givenBack, startApp} from '../helpers/app.js';
import {root, runDuet, sampleFile} from '../helpers/duet.js';
import {processesWith} from '../helpers/left-behind.js';
import {wavFile} from '../helpers/plain-wav.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {startSoakServer} from './soak-server.js';

/**
How much audio, and what the faults are drawn with. The same seed draws the same faults at the same places of the audio.
*/
const audioMinutes = Number(process.env['SOAK_MINUTES'] ?? 30);
const seed = Number(process.env['SOAK_SEED'] ?? 20_261_127);

/**
Both modes get as many faults as there are in half an hour of the long run, in proportion.
*/
const wantedFaults = Math.floor((200 * audioMinutes) / 30);

/**
V8 lets a heap grow while there is room, which would look like a leak. With so little room a program that does leak ends.
*/
const mostHeapMegabytes = 48;

const pace = 20;
const minute = 60_000;

/**
No session lives longer than 25 s of audio, and many end sooner, each in another way. Those for which a client has to wait 5 s
are rare, as the soak would only take longer.
*/
const realTimeFaults = [
	'drop@15s..25s',
	'drop=reset@5s..15s~25%',
	'close=1012@5s..15s~15%',
	'garbage@5s..15s~15%',
	'close=1011@5s..15s~2%',
	'close=4013@5s..15s~2%',
	'error=job_error@5s..15s~2%',
	'error=quota_exceeded@start~2%',
	'mute@5s..15s~1%',
	'freeze@5s..15s~1%',
	'503@handshake~5%',
	'fragments=5~10%',
	'join=50ms~10%',
	'lag=1ms..30ms~10%',
	'no-end~10%',
].join(',');

/**
Something goes wrong with half of all requests.
*/
const batchFaults = [
	'503~8%',
	'500~5%',
	'502~4%',
	'429=1s~4%',
	'429-json~3%',
	'reset=headers~4%',
	'reset=body~4%',
	'reset=answer~8%',
	'truncated~6%',
	'bad-json~4%',
	'non-json~3%',
	'late=200ms~10%',
	'not-ready~5%',
].join(',');

const recogniser = createReplayRecogniser(await loadKnownAudio(path.join(root, 'assets')));

const servers = {recognisers: [recogniser], decoder: createAudioDecoder(), seed};

type Words = ReadonlyArray<{readonly text: string}>;
const texts = (words: Words): string => words.map(({text}) => text).join(' ');

/**
The bundled sample, again and again.
*/
const loopedSample = async (minutes: number): Promise<Buffer> => {
	const samples = new Int16Array(new Uint8Array((await readFile(sampleFile)).subarray(44)).buffer);
	const count = Math.max(1, Math.round((minutes * 60 * 16_000) / samples.length));
	const looped = new Int16Array(count * samples.length);
	for (let index = 0; index < count; index++) {
		looped.set(samples, index * samples.length);
	}

	return Buffer.from(wavFile(looped));
};

/**
Watches how much memory a program takes, in megabytes.
*/
const watchMemory = (folder: string) => {
	const megabytes: number[] = [];
	const timer = setInterval(async () => {
		for (const id of await processesWith(`XDG_DATA_HOME=${folder}`)) {
			const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
			if (/^Name:\s+(?:duet|node|MainThread)/m.test(status)) {
				megabytes.push(Number(/^VmRSS:\s+(?<kb>\d+)/m.exec(status)?.groups?.['kb']) / 1000);
			}
		}
	}, 1000);
	return {
		megabytes,
		[Symbol.dispose]() {
			clearInterval(timer);
		},
	};
};

const median = (values: readonly number[]): number =>
	values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

describe(`${audioMinutes} minutes of audio, seed ${seed}`, () => {
	let folder: Awaited<ReturnType<typeof temporaryFolder>>;
	let speech: string;

	beforeAll(async () => {
		folder = await temporaryFolder();
		speech = path.join(folder.path, 'speech.wav');
		await writeFile(speech, await loopedSample(audioMinutes));
	});

	afterAll(async () => {
		await folder[Symbol.asyncDispose]();
	});

	it(
		`real-time: with ${wantedFaults} faults or more the same words, flat memory and the terminal intact`,
		async () => {
			const expected = path.join(folder.path, 'expected.json');
			await using calm = await startSoakServer(servers);
			await runDuet(['live', speech, '--json', '--output', expected, '--pace', String(pace), ...calm.urls], {
				environment: calm.environment,
			});

			const heard = path.join(folder.path, 'heard.json');
			await using stormy = await startSoakServer({...servers, faults: realTimeFaults});
			await using app = await startApp(
				['live', speech, '--json', '--output', heard, '--pace', String(pace), ...stormy.urls],
				{columns: 100, rows: 30},
				{...stormy.environment, NODE_OPTIONS: `--max-old-space-size=${mostHeapMegabytes}`},
			);
			using memory = watchMemory(app.folder);
			const {text, ...left} = await app.left();
			expect(left, text).toMatchObject({...givenBack, exitCode: 0});

			const before = JSON.parse(await readFile(expected, 'utf8'));
			const after = JSON.parse(await readFile(heard, 'utf8'));
			const {reconnects, audioSentAgainSeconds, audioDroppedSeconds, words} = after.realtime;
			expect(memory.megabytes.length).toBeGreaterThan(4); // Or nothing was measured.
			const quarter = Math.ceil(memory.megabytes.length / 4);
			const early = median(memory.megabytes.slice(quarter, 2 * quarter));
			const late = median(memory.megabytes.slice(-quarter));
			console.log({
				faults: stormy.faultCount(),
				reconnects,
				audioSentAgainSeconds,
				words: words.length,
				earlyMegabytes: early,
				lateMegabytes: late,
			});
			expect(texts(words)).toBe(texts(before.realtime.words));
			expect(audioDroppedSeconds).toBe(0);
			expect(stormy.faultCount()).toBeGreaterThanOrEqual(wantedFaults);
			expect(late).toBeLessThan(early + 40);
		},
		30 * minute,
	);

	it(
		`batch: with ${wantedFaults} faults or more each job is made once, and has the same words`,
		async () => {
			const inputs = path.join(folder.path, 'inputs');
			const results = path.join(folder.path, 'results');
			await mkdir(inputs);
			const sample = await readFile(sampleFile);
			const names = Array.from({length: Math.max(6, wantedFaults)}, (_, index) => `${index}.wav`);
			await Promise.all(names.map(name => writeFile(path.join(inputs, name), sample)));
			await using stormy = await startSoakServer({...servers, faults: batchFaults, jobSeconds: 0.5});
			const {stderr, exitCode} = await runDuet(
				[
					'batch',
					...names.map(name => path.join(inputs, name)),
					'--jobs',
					'8',
					'--output',
					`${results}${path.sep}`,
					...stormy.urls,
				],
				{environment: stormy.environment},
			);
			expect(exitCode, stderr).toBe(0);
			const transcripts = await Promise.all(
				names.map(async name => readFile(path.join(results, `${name}.txt`), 'utf8')),
			);
			expect(new Set(transcripts).size).toBe(1);
			expect(transcripts[0]).toContain('see you next week');
			const jobs = await stormy.jobs();
			console.log({faults: stormy.faultCount(), jobs: jobs.length});
			expect(new Set(jobs.map(({data_name}) => data_name))).toEqual(new Set(names));
			expect(jobs).toHaveLength(names.length);
			expect(stormy.faultCount()).toBeGreaterThanOrEqual(wantedFaults);
		},
		30 * minute,
	);
});

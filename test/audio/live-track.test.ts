import {readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';
import {createLiveTrack} from '../../source/audio/live-track.js';
import type {AudioHoldEvent} from '../../source/core/transcript-event.js';
import {collect} from '../helpers/collect.js';
import {pushedSource} from '../helpers/pushed-source.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const never = new AbortController().signal;

const startTrack = async () => {
	const folder = await temporaryFolder();
	const recordingPath = path.join(folder.path, 'recordings', 'speech.wav');
	const pushed = pushedSource();
	let nowMs = 0;
	const track = createLiveTrack(pushed.source, {
		clock: {nowMs: () => nowMs},
		recordingPath,
		onProblem(problem) {
			throw new Error(problem.message);
		},
	});
	onTestFinished(async () => {
		await track.dispose();
		await folder[Symbol.asyncDispose]();
	});
	return {
		...pushed,
		track,
		recordingPath,

		/**
		A chunk that was captured now.
		*/
		async speak(atMs: number) {
			nowMs = atMs;
			await pushed.push(atMs);
		},
		waitUntil(ms: number) {
			nowMs = ms;
		},
	};
};

describe('a live track', () => {
	it('records what it hears, also while nobody listens, and has it when it is stopped', async () => {
		const {track, speak, recordingPath} = await startTrack();
		track.leave();
		await speak(32);
		await speak(64);
		expect(track.recordingState()).toMatchObject({recordedSeconds: 0.064, recordingPath});
		track.stop();
		const recording = await track.recording;
		expect(recording).toMatchObject({seconds: 0.064, path: recordingPath});
		expect(track.phase()).toBe('ended');
		expect((await readFile(recordingPath)).length).toBe(44 + 2 * 1024);
		expect((await stat(recordingPath)).mode & 0o777).toBe(0o600);
	});

	it('has no recording and makes no file where nothing was heard', async () => {
		const {track, recordingPath} = await startTrack();
		track.stop();
		expect(await track.recording).toBeUndefined();
		expect(await track.begun).toBe(false);
		await expect(stat(recordingPath)).rejects.toThrow('ENOENT');
	});

	it('leaves out what is said in a pause, for the listener and for the recording alike', async () => {
		const {track, speak, waitUntil} = await startTrack();
		const listening = collect(track.source.chunks(never));
		await speak(32);
		track.pause();
		expect(track.phase()).toBe('paused');
		await speak(64);
		await speak(96);
		waitUntil(100);
		track.resume();
		await speak(140);
		track.stop();
		const recording = await track.recording;
		const {items} = await listening;
		expect(items.map(({capturedMs, startSeconds}) => [capturedMs, startSeconds])).toEqual([
			[32, 0],
			[140, 0.032],
		]);
		expect(recording?.seconds).toBe(0.064);
	});

	it('tells that the audio stands still while it is paused or lost, once for both', async () => {
		const {track, speak, waitUntil} = await startTrack();
		const events: AudioHoldEvent[] = [];
		track.onHold(event => events.push(event));
		await speak(32);
		waitUntil(500);
		track.lose();
		track.pause();
		track.find();
		expect(events).toEqual([{type: 'audio-held', sinceMs: 32}]);
		track.resume();
		expect(events).toEqual([{type: 'audio-held', sinceMs: 32}, {type: 'audio-released'}]);
	});

	it('meters all audio, also in a pause', async () => {
		const {track, speak} = await startTrack();
		track.pause();
		await speak(32);
		expect(track.loudness().peakDb).toBeCloseTo(20 * Math.log10(1000 / 32_768), 3);
		expect(track.loudness().peakDb).toBe(Number.NEGATIVE_INFINITY);
	});

	it('gives batch what was recorded when the source fails', async () => {
		const {track, speak, fail} = await startTrack();
		await speak(32);
		fail(new Error('unplugged'));
		expect((await track.recording)?.seconds).toBe(0.032);
	});
});

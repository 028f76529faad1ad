import {readdir} from 'node:fs/promises';
import {describe, expect, it, vi} from 'vitest';
import {keepRun} from '../../source/commands/keep-run.js';
import type {OpenedAudio} from '../../source/commands/open-audio.js';
import {initialRunState, type RunEvent} from '../../source/core/run-state.js';
import {readJournal} from '../../source/storage/journal/read-journal.js';
import {runFile, runsFolder} from '../../source/storage/journal/run-file.js';
import {dataFolder} from '../../source/storage/paths.js';
import {plainRun} from '../helpers/journals.js';
import {giveOwnDataFolder} from '../helpers/own-data-folder.js';
import {plainOptions} from '../helpers/transcription-options.js';

giveOwnDataFolder();

const held: RunEvent = {mode: 'real-time', receivedMs: 5, event: {type: 'audio-held', sinceMs: 5}};

/**
Live audio whose recording gets its place with the first sound.
*/
const speech = () => {
	const begun = Promise.withResolvers<boolean>();
	let recordingPath: string | undefined;
	const opened = {
		engines: {...plainRun.engine, realTimeUrl: plainRun.engine.realtimeUrl},
		live: {state: () => ({title: 'A microphone', ...(recordingPath !== undefined && {recordingPath})})},
		pace: 1,
		recording: Promise.resolve(undefined),
		audio: {begun: begun.promise},
	} as unknown as OpenedAudio;
	return {
		opened,
		begin() {
			recordingPath = '/recordings/1.wav';
			begun.resolve(true);
		},
		stayMute() {
			begun.resolve(false);
		},
	};
};

const keep = (opened: OpenedAudio, onProblem = (): void => undefined) =>
	keepRun(
		opened,
		{mode: 'side-by-side', path: undefined, options: plainOptions, reference: undefined},
		{clock: {nowMs: () => 0}, onProblem},
	);

describe('keeping a run on live audio', () => {
	it('that is paused before its first sound knows where the recording is', async () => {
		const {opened, begin} = speech();
		using kept = keep(opened);
		kept.append(held);
		expect(kept.id()).toBeUndefined();
		begin();
		await kept.end(initialRunState);
		const {audio, run} = await readJournal(runFile(runsFolder(dataFolder()), String(kept.id())));
		expect(audio.path).toBe('/recordings/1.wav');
		expect(run.realTime.holds).toHaveLength(1);
	});

	it('that never has a sound leaves nothing behind, whatever keys were pressed', async () => {
		const {opened, stayMute} = speech();
		using kept = keep(opened);
		kept.append(held);
		stayMute();
		await kept.end(initialRunState);
		expect(kept.id()).toBeUndefined();
		await expect(readdir(runsFolder(dataFolder()))).rejects.toThrow('ENOENT');
	});

	it('that cannot be written is known under no name', async () => {
		const {opened, begin} = speech();
		const onProblem = vi.fn<() => void>();
		vi.stubEnv('XDG_DATA_HOME', '/dev/null');
		using kept = keep(opened, onProblem);
		begin();
		await kept.end(initialRunState);
		expect(onProblem).toHaveBeenCalledOnce();
		expect(kept.id()).toBeUndefined();
	});
});

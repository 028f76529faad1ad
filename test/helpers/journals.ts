import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {hostname} from 'node:os';
import path from 'node:path';
import type {RunEvent} from '../../source/core/run-state.js';
import {beginJournal, type RunDescription} from '../../source/storage/journal/journal.js';
import type {JournalSettings} from '../../source/storage/journal/keep-journal.js';
import {runFile} from '../../source/storage/journal/run-file.js';
import {plainOptions} from './transcription-options.js';

/**
What a side-by-side run of a file is about.
*/
export const plainRun: RunDescription = {
	mode: 'side-by-side',
	isLive: false,
	audio: {name: 'standup.wav', path: '/audio/standup.wav', seconds: 2.4, bytes: 76_844, sha256: 'a1b2c3'},
	engine: {
		kind: 'local',
		title: 'local (replay)',
		recogniser: 'replay',
		batchUrl: 'http://127.0.0.1:9000/v2',
		realtimeUrl: 'ws://127.0.0.1:9000/v2',
	},
	options: plainOptions,
	pace: 1,
};

/**
The same at the service.
*/
export const cloudRun: RunDescription = {
	...plainRun,
	engine: {
		kind: 'cloud',
		title: 'cloud (eu)',
		batchUrl: 'https://eu.example/v2',
		realtimeUrl: 'wss://eu.example/v2',
	},
};

/**
Refuses to have problems.
*/
export const refuse = (problem: {readonly message: string}): void => {
	throw new Error(problem.message);
};

/**
Keeps a run in a folder, from its first event to its end.

@returns Its id.
*/
export const writeRun = (
	folder: string,
	events: readonly RunEvent[],
	{
		isEnded = true,
		about = plainRun,
		...settings
	}: Partial<JournalSettings> & {readonly isEnded?: boolean; readonly about?: RunDescription} = {},
): string => {
	using journal = beginJournal(about, {folder, clock: {nowMs: () => 0}, onProblem: refuse, ...settings});
	for (const event of events) {
		journal.append(event);
	}

	if (isEnded) {
		journal.end();
	}

	return journal.id;
};

/**
The lines of the only journal in a folder.
*/
export const journalLines = (folder: string): readonly string[] => {
	const [name = ''] = readdirSync(folder);
	return readFileSync(path.join(folder, name), 'utf8').split('\n').slice(0, -1);
};

/**
Rewrites a journal as a process leaves it that is killed.
*/
export const orphan = (folder: string, id: string): void => {
	const file = runFile(folder, id);
	const [header = '', ...lines] = readFileSync(file, 'utf8').split('\n');
	const content = JSON.parse(header) as Record<string, unknown>;
	const changed = {...content, process: {id: 99_999_999, host: hostname()}};
	const left = lines.filter(text => !text.startsWith('{"released"'));
	writeFileSync(file, [JSON.stringify(changed), ...left].join('\n'));
};

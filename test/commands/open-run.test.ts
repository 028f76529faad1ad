import {appendFile} from 'node:fs/promises';
import {expect, it} from 'vitest';
import {openRun} from '../../source/commands/open-run.js';
import {runFile, runsFolder} from '../../source/storage/journal/run-file.js';
import {dataFolder} from '../../source/storage/paths.js';
import type {Output} from '../../source/terminal/output.js';
import {writeRun} from '../helpers/journals.js';
import {giveOwnDataFolder} from '../helpers/own-data-folder.js';

giveOwnDataFolder();

/**
What is said of a run whose journal has more lines.
*/
const saidWith = async (...lines: readonly string[]) => {
	const id = writeRun(runsFolder(dataFolder()), []);
	await appendFile(runFile(runsFolder(dataFolder()), id), lines.map(line => `${line}\n`).join(''));
	const notes: string[] = [];
	await openRun(id, {note: text => void notes.push(text)} as Partial<Output> as Output);
	return notes;
};

it('nothing is said of a journal that is as Duet writes it', async () => {
	expect(await saidWith()).toEqual([]);
});

it.each([
	[['oops'], '1 line that made no sense'],
	[['oops', '[]'], '2 lines that made no sense'],
	[['{"weather":"fine"}'], '1 line of a newer Duet'],
	[['{"weather":"fine"}', '{"mood":"good"}'], '2 lines of a newer Duet'],
])('what is left out of a journal is said (%j)', async (lines, said) => {
	expect(await saidWith(...lines)).toEqual([`Left out of its journal: ${said}.`]);
});

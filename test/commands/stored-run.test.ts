import {readFile, writeFile} from 'node:fs/promises';
import fc from 'fast-check';
import {expect, it} from 'vitest';
import {historyJson, historyTable} from '../../source/commands/history-table.js';
import {runJson, runText, transcriptOf} from '../../source/commands/run-text.js';
import {finishedRun} from '../../source/commands/stored-run.js';
import {jsonText} from '../../source/core/json-text.js';
import type {RunMode} from '../../source/core/mode.js';
import {formats} from '../../source/formats/formats.js';
import {readStoredRun} from '../../source/storage/history/stored-run.js';
import type {JournalHeader} from '../../source/storage/journal/journal-header.js';
import {readJournal} from '../../source/storage/journal/read-journal.js';
import {runFile} from '../../source/storage/journal/run-file.js';
import {plainRun, writeRun} from '../helpers/journals.js';
import {runEvents} from '../helpers/run-events.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

/**
What a terminal would obey.
*/
const steering = /[[\p{Cc}\u{202A}-\u{202E}\u{2066}-\u{2069}]--[\n]]/v;

const anyText = fc.oneof(
	fc.string({unit: 'binary'}),
	fc.constantFrom('\u{1B}[2J', '\u{9B}2J', '\u{202E}', '\n\r\t'),
);

it('whatever a journal says, showing it neither fails nor steers the terminal', async () => {
	await using folder = await temporaryFolder();
	const strange = fc.record({
		name: anyText,
		title: anyText,
		language: anyText,
		delimiter: anyText,
		sha256: anyText,
		reference: fc.option(anyText, {nil: undefined}),
		mode: fc.constantFrom<RunMode>('batch', 'real-time', 'side-by-side'),
		isEnded: fc.boolean(),
	});
	await fc.assert(
		fc.asyncProperty(runEvents, strange, async (events, {name, title, language, delimiter, ...rest}) => {
			const about = {
				...plainRun,
				mode: rest.mode,
				audio: {name, sha256: rest.sha256},
				engine: {...plainRun.engine, title},
				options: {...plainRun.options, language},
				...(rest.reference !== undefined && {reference: rest.reference}),
			};
			const started = {type: 'started', wordDelimiter: delimiter} as const;
			const id = writeRun(folder.path, [{mode: 'real-time', receivedMs: 0, event: started}, ...events], {
				about,
				isEnded: rest.isEnded,
			});
			const file = runFile(folder.path, id);
			const stored = await readStoredRun(file, id, 0);
			const finished = finishedRun(await readJournal(file), []);
			const shown = [
				runText(finished, rest.mode, 80),
				runJson(finished),
				historyTable([stored], 80),
				jsonText(historyJson(stored)),
				...formats.flatMap(format =>
					(['batch', 'real-time'] as const).map(mode => format.render(transcriptOf(finished, mode))),
				),
			];
			for (const text of shown) {
				expect(text).not.toMatch(steering);
			}
		}),
		{numRuns: 200},
	);
});

it('options of a header that make no sense are refused as a whole', async () => {
	await using folder = await temporaryFolder();
	const id = writeRun(folder.path, []);
	const file = runFile(folder.path, id);
	const text = await readFile(file, 'utf8');
	const header = JSON.parse(text.split('\n')[0] ?? '') as JournalHeader;
	await writeFile(file, `${JSON.stringify({...header, options: {...header.options, model: 'huge'}})}\n`);
	await expect(readJournal(file)).rejects.toThrow('its first line does not say what it is');
});

import {once} from 'node:events';
import {readdir} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {describe, expect, it} from 'vitest';
import {createRandom} from '../../source/local/faults/random.js';
import {readJournal} from '../../source/storage/journal/read-journal.js';
import {runDuet, sampleFile, startDuet} from '../helpers/duet.js';
import {processesWith} from '../helpers/left-behind.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

/**
In proportion to the minutes of audio that the soak is asked for: fifty moments in the long one.
*/
const minutes = Number(process.env['SOAK_MINUTES'] ?? 30);
const momentCount = Math.max(5, Math.round((50 * minutes) / 30));
const seed = Number(process.env['SOAK_SEED'] ?? 20_261_127);

/**
From before there is a session to after the end of a run of the sample at ten times the pace of speech.
*/
const latestMs = 6500;

const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, '');

/**
The lines of the transcript among what was said: the whole ones.
*/
const shownLines = (said: string): readonly string[] =>
	said
		.slice(0, said.lastIndexOf('\n') + 1)
		.split('\n')
		.filter(line => /^S\d+: /.test(line))
		.map(line => line.replace(/^S\d+: /, ''));

describe(`a side-by-side run that is killed at ${momentCount} random moments, seed ${seed}`, () => {
	const random = createRandom(String(seed));
	const moments = Array.from({length: momentCount}, () => Math.round(random() * latestMs));

	it.each(moments)(
		'after %i ms: the journal has every final that was shown, and the next start says how to go on',
		async momentMs => {
			await using folder = await temporaryFolder();
			const environment = {
				XDG_DATA_HOME: folder.path,
				XDG_STATE_HOME: folder.path,
				DUET_RECOGNISER: 'replay',
			};
			const child = startDuet(['compare', sampleFile, '--linear', '--pace', '10', '--max-delay', '0.7'], {
				environment,
				cwd: folder.path,
			});
			let said = '';
			child.stderr?.setEncoding('utf8').on('data', (text: string) => {
				said += text;
			});
			const timer = setTimeout(() => child.kill('SIGKILL'), momentMs);
			await once(child, 'close');
			clearTimeout(timer);

			const runs = path.join(folder.path, 'duet', 'runs');
			const [file, ...others] = await readdir(runs).catch(() => []);
			expect(others).toEqual([]);
			const shown = shownLines(said);
			if (file === undefined) {
				expect(shown).toEqual([]);
				return;
			}

			const {run, ended, damagedCount} = await readJournal(path.join(runs, file));
			const kept = lettersOf([...run.realTime.finals].map(({text}) => text).join(''));
			expect(shown.filter(line => !kept.includes(lettersOf(line)))).toEqual([]);
			expect(damagedCount).toBe(0);

			const next = await runDuet(['live', '-'], {environment, cwd: folder.path, input: new Uint8Array(0)});
			const hasSomething = run.batch.phase !== 'waiting' || run.realTime.finals.length > 0;
			if (!ended && hasSomething) {
				expect(next.stderr).toMatch(
					/was broken off(?:: duet resume \S+ goes on with it|; duet show \S+ has its text)/,
				);
			} else if (ended) {
				expect(next.stderr).not.toContain('was broken off');
			}

			await expect.poll(() => processesWith(folder.path), {timeout: 15_000}).toEqual([]);
		},
		60_000,
	);
});

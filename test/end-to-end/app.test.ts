import {readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {givenBack, startApp} from '../helpers/app.js';
import {root, runDuet, sampleFile} from '../helpers/duet.js';
import {wavFile} from '../helpers/plain-wav.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {reversed} from '../local/recognisers/degrade.js';
import {sample} from '../local/recognisers/listen.js';

const wide = {columns: 160, rows: 45};
const controlC = '\u{3}';
const escapeKey = '\u{1B}';

const preload = (name: string) => ({
	NODE_OPTIONS: `--import=${path.join(root, 'test', 'fixtures', 'preload', name)}`,
});

/**
The run of the sample at eight times the pace of speech, which takes five seconds.
*/
const quickRun = [sampleFile, '--pace', '8'];

/**
A frame with whole borders: each corner and side of a pane has its counterpart in the same column.
*/
const brokenBorders = (frame: readonly string[]): readonly string[] =>
	frame.filter((row, index) => {
		const [above = '', below = ''] = [frame[index - 1] ?? '', frame[index + 1] ?? ''];
		const cells = Array.from(row);
		return cells.some((cell, column) => {
			const [over, under] = [Array.from(above)[column] ?? '', Array.from(below)[column] ?? ''];
			const needsUnder = '╭╮│'.includes(cell) && !'│╰╯'.includes(under || ' ');
			const needsOver = '╰╯│'.includes(cell) && !'│╭╮'.includes(over || ' ');
			return needsUnder || needsOver;
		});
	});

describe('duet on a terminal', () => {
	it('goes from the mode picker to both modes on the sample by the keyboard alone', async () => {
		await using app = await startApp(['--pace', '8'], {columns: 100, rows: 30});
		await app.waitFor(/Side by side/);
		app.press('\r');
		await app.waitFor(/Sample/);
		app.press('\r');
		await app.waitFor(/‹[^›]+›/); // A partial, redrawn in place.
		await app.waitFor(/Batch .*✓ done[\s\S]*Real-time .*✓ done/);
		const frame = await app.waitFor(/For this audio: batch/);
		expect(frame.join('\n')).toMatch(/WER of \d+ words/);
		app.press('q');
		expect(await app.left()).toMatchObject({...givenBack, exitCode: 0});
	});

	it('shows the batch job from upload to text, and finals that lock while partials change', async () => {
		await using app = await startApp(quickRun, wide);
		await app.waitFor(/job \w+ is running/);
		await app.waitFor(/Good morning.*‹/);
		const frame = await app.waitFor(/✓ done ─╮╭ Real-time .*✓ done/);
		expect(brokenBorders(frame)).toEqual([]);
		expect(frame.join('\n')).toContain('see you next week.');
		expect(frame.join('\n')).not.toMatch(/[‹›]/);
		app.press('q');
		const {text} = await app.left();
		expect(text).toContain('before'); // What was on the screen is there again.
		expect(text).toContain('Kept: ');
	});

	it('never clears the screen while it runs', async () => {
		await using app = await startApp(quickRun, wide);
		await app.waitFor(/Good morning/);
		const start = app.bytes().length;
		await app.waitFor(/For this audio/);
		// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what would clear a screen.
		expect(app.bytes().slice(start)).not.toMatch(/\u001B\[[23]J/);
		app.press('q');
		await app.left();
	});

	it.each([
		{columns: 160, rows: 45},
		{columns: 100, rows: 30},
		{columns: 80, rows: 24},
		{columns: 60, rows: 16},
		{columns: 50, rows: 15},
		{columns: 40, rows: 10},
	])('is whole at $columns×$rows, in every pane and dialog', async size => {
		await using app = await startApp([sampleFile], size);
		await app.waitFor(/S1 {2}Good/); // A final, or the text of the job.
		const steps = [
			['\t', /↑↓ row/], // The comparison.
			['?', /Latency ─.* esc closes/],
			[escapeKey, /Comparison/],
			['\t', /\? help/], // The batch job.
			['z', /Batch ─/],
			['z', /Comparison ─/],
			['e', /Export ─.* esc closes/],
			[escapeKey, /Comparison ─/],
		] as const;
		for (const [key, expected] of steps) {
			app.press(key);
			const frame = await app.waitFor(expected);
			expect(brokenBorders(frame), `after ${JSON.stringify(key)}`).toEqual([]);
			expect(frame).toHaveLength(size.rows);
			expect(frame[0]).toContain('local (replay)');
			expect(frame.at(-1)).toBe('');
		}
	});

	it('says which size it needs where there is no room, and goes on when there is', async () => {
		await using app = await startApp([sampleFile], {columns: 20, rows: 5});
		await app.waitFor(/Duet needs 40×10/);
		app.resize(80, 24);
		await app.waitFor(/Good morning/);
	});

	it('survives a storm of sizes in the middle of a run', async () => {
		await using app = await startApp(quickRun, wide);
		await app.waitFor(/‹/);
		for (let index = 0; index < 40; index++) {
			app.resize(40 + ((index * 37) % 120), 10 + ((index * 13) % 35));
		}

		app.resize(100, 30);
		const frame = await app.waitFor(/✓ done ─╮╭ Real-time .*✓ done/);
		expect(brokenBorders(frame)).toEqual([]);
		expect(frame[0]).toMatch(/^ Duet .*0:38 \/ 0:38/);
		app.press('q');
		expect(await app.left()).toMatchObject({...givenBack, exitCode: 0});
	});
});

describe('leaving the app', () => {
	it('finishes the stream at the first Ctrl-C, and keeps the text on the screen', async () => {
		await using app = await startApp([sampleFile], wide);
		await app.waitFor(/Batch .*✓ done/);
		app.press(controlC);
		const frame = await app.waitFor(/✓ done ─╮╭ Real-time .*✓ done/);
		expect(frame.join('\n')).toContain('Good morning');
		expect(frame.join('\n')).not.toContain('For this audio'); // A part is no ground for a verdict.
		app.press('q');
		expect(await app.left()).toMatchObject({...givenBack, exitCode: 0});
	});

	it('leaves at once at the second Ctrl-C, with what was transcribed kept', async () => {
		await using app = await startApp([sampleFile], wide);
		await app.waitFor(/Batch .*✓ done/);
		app.press(controlC + controlC);
		const {text, ...rest} = await app.left();
		expect(rest).toMatchObject({...givenBack, exitCode: 130});
		const id = /Kept: duet show (?<id>\S+)/.exec(text)?.groups?.['id'] ?? '';
		const {stdout} = await runDuet(['show', id], {environment: {XDG_DATA_HOME: app.folder}});
		expect(stdout).toContain('Good morning');
	});

	it.each([
		['SIGTERM', 143],
		['SIGHUP', 129],
		['SIGINT', 130],
	] as const)('gives the terminal back on %s', async (signal, exitCode) => {
		await using app = await startApp([sampleFile], wide);
		await app.waitFor(/Batch .*✓ done/);
		app.signal(signal);
		const {text, ...rest} = await app.left();
		expect(rest).toMatchObject({...givenBack, exitCode});
		expect(text).toContain('Kept: ');
	});

	it.each(['throw.js', 'reject.js'])(
		'gives the terminal back after a fault nobody caught (%s), and says what it was',
		async name => {
			await using app = await startApp([sampleFile], wide, preload(name));
			await app.waitFor(/Batch .*✓ done/);
			app.signal('SIGUSR2');
			const {text, ...rest} = await app.left();
			expect(rest).toMatchObject({...givenBack, exitCode: 1});
			expect(text).toContain('error: Something in Duet went wrong: a fault nobody caught');
			expect(text).toContain('Kept: ');
		},
	);

	it('says on the normal screen that a file is missing', async () => {
		await using app = await startApp(['no-such-file.wav'], wide);
		const {text, ...rest} = await app.left();
		expect(rest).toMatchObject({...givenBack, exitCode: 2});
		expect(text).toContain('error: no-such-file.wav does not exist.');
	});
});

describe('audio that no local recogniser has words for', () => {
	it('is refused before anything starts, with the reason and what to do, and the app stays open', async () => {
		await using folder = await temporaryFolder();
		const file = path.join(folder.path, 'unknown.wav');
		await writeFile(file, wavFile(reversed(sample)));
		const nowhere = {DUET_POCKETSPHINX_LIBRARY: 'no-such-library.so'};
		await using app = await startApp([file], wide, nowhere);
		const frame = await app.waitFor(/No local recogniser has words for this audio/);
		const text = frame.join(' ').replaceAll(/[\s│]+/g, ' ');
		expect(text).toMatch(/“replay” plays back the bundled sample.*no-such-library\.so/);
		expect(text).toMatch(/or use the cloud with a key \(SPEECHMATICS_API_KEY\)/);
		expect(brokenBorders(frame)).toEqual([]);
		app.press('q');
		expect(await app.left()).toMatchObject({...givenBack, exitCode: 0});
	});
});

describe('what others write to the console', () => {
	it('does not get between the lines, and is said as a notice and again at the end', async () => {
		await using app = await startApp(quickRun, {columns: 100, rows: 30}, preload('noise.js'));
		await app.waitFor(/noise/);
		const frame = await app.waitFor(/✓ done ─╮╭ Real-time .*✓ done/);
		expect(brokenBorders(frame)).toEqual([]);
		expect(frame.filter(row => row.includes('noise')).length).toBeLessThanOrEqual(1);
		app.press('q');
		expect((await app.left()).text).toContain('noise');
	});
});

describe('files', () => {
	it('exports the transcript that is in focus next to where it was started', async () => {
		await using app = await startApp(quickRun, wide);
		await app.waitFor(/For this audio/);
		app.press('ej\r'); // SubRip is the second format.
		await app.waitFor(/Written: sample\.real-time\.srt/);
		app.press('q');
		await app.left();
		expect(await readdir(app.folder)).toContain('sample.real-time.srt');
		expect(await readFile(path.join(app.folder, 'sample.real-time.srt'), 'utf8')).toMatch(
			/^1\n00:00:0.* --> .*\n/,
		);
	});
});

describe('plain terminals', () => {
	it('uses no colours where NO_COLOR is set', async () => {
		await using app = await startApp(quickRun, wide, {NO_COLOR: '1'});
		await app.waitFor(/Good morning/);
		// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colours.
		expect(app.bytes()).not.toMatch(/\u001B\[(?:3[0-8]|4[0-8]|9\d|10\d)[;m]/);
	});

	it('draws in ASCII where the locale says so', async () => {
		await using app = await startApp([sampleFile], wide, {LANG: 'C'});
		await app.waitFor(/Good morning.*</);
		// biome-ignore lint/suspicious/noControlCharactersInRegex: everything else is ASCII.
		expect(app.bytes()).toMatch(/^[\u0000-\u007F]+$/);
	});
});

import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {root, runDuet, sampleFile} from '../helpers/duet.js';
import {startScriptedSocketServer} from '../helpers/scripted-socket-server.js';
import {startInTerminal} from '../helpers/terminal.js';

const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, '');

/**
What is on the screen and above it, joined to one text, so that it does not matter where the terminal wraps.
*/
const allText = (lines: readonly string[]): string => lines.join(' ').replaceAll(/\s+/g, ' ');

describe('duet live', () => {
	it('prints each line of speech once on stdout, with its speaker', async () => {
		const {stdout, stderr, exitCode} = await runDuet([
			'live',
			sampleFile,
			'--pace',
			'20',
			'--max-delay',
			'4',
		]);
		expect(exitCode).toBe(0);
		expect(stdout).toMatch(/^S1: Good morning, everyone\.\nS1: Let's begin today's meeting\.\n/);
		expect(stdout.match(/Good morning/g)).toHaveLength(1);
		expect(stderr).toContain('not comparable at pace 20');
		const reference = await readFile(path.join(root, 'assets', 'sample.txt'), 'utf8');
		expect(lettersOf(stdout).length).toBeGreaterThan(lettersOf(reference).length * 0.9);
	});

	it.each(['srt', 'json'])('writes %s when it is done', async format => {
		const {stdout, exitCode} = await runDuet(['live', sampleFile, '--pace', '50', '--format', format]);
		expect(stdout).toContain('everyone');
		expect(exitCode).toBe(0);
	});

	it('redraws a long partial in place on a narrow terminal, and leaves each final exactly once', async () => {
		const plain = await runDuet(['live', sampleFile, '--pace', '10', '--max-delay', '4']);
		const terminal = startInTerminal(['live', sampleFile, '--pace', '10', '--max-delay', '4'], 40, 20);
		await terminal.waitFor(/‹/); // A partial was on screen.
		expect((await terminal.exited).exitCode).toBe(0);

		const screen = await terminal.screen.unwrappedLines();
		for (const line of plain.stdout.trimEnd().split('\n')) {
			expect(
				screen.filter(candidate => candidate === line),
				line,
			).toHaveLength(1);
		}

		expect(screen.join('\n')).not.toMatch(/‹|streaming/);
	});

	it('leaves nothing behind when the terminal is resized in the middle', async () => {
		const terminal = startInTerminal(['live', sampleFile, '--pace', '8'], 100, 30);
		await terminal.waitFor(/‹.{20}/);
		await terminal.resize(33, 30);
		await terminal.waitFor(/meeting/);
		await terminal.resize(70, 30);
		await terminal.exited;
		const screen = allText(await terminal.screen.lines());
		expect(screen).not.toMatch(/‹|streaming/);
		expect(screen.split('Good morning').length - 1).toBe(1);
	});

	it('ends at the first Ctrl-C, keeps the tail and prints what it has', async () => {
		const terminal = startInTerminal(['live', sampleFile], 80, 24);
		await terminal.waitFor(/‹.*morning/);
		terminal.press('\u{3}');
		const {exitCode} = await terminal.exited;
		const screen = allText(await terminal.screen.lines());
		expect(screen).toMatch(/Good morning/);
		expect(screen).not.toContain('‹');
		expect(exitCode).toBe(130);
	});

	it('leaves at once at the second Ctrl-C, where the service does not come to an end', async () => {
		await using server = await startScriptedSocketServer(async session => {
			await session.next();
			session.send({message: 'RecognitionStarted', id: 'session-1'});
			for (let sequenceNumber = 1; ; sequenceNumber++) {
				const {message} = await session.next();
				if (message !== 'AddAudio') {
					return; // The end of the stream is heard, and never answered.
				}

				session.send({message: 'AudioAdded', seq_no: sequenceNumber});
			}
		});
		const terminal = startInTerminal(['live', sampleFile, '--rt-url', server.url], 100, 24);
		await terminal.waitFor(/streaming/);
		terminal.press('\u{3}');
		await terminal.waitFor(/once more to leave at once/);
		terminal.press('\u{3}');
		expect((await terminal.exited).exitCode).toBe(130);
		await server.left;
		expect(server.received.slice(-2)).toEqual(['EndOfStream', 'closed']);
	});
});

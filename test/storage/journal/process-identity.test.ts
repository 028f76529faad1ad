import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import process from 'node:process';
import {describe, expect, it} from 'vitest';
import {isAlive, isSameProcess, thisProcess} from '../../../source/storage/journal/process-identity.js';

const justNow = 100;
const longAgo = 3_600_000;
const {id, host, startTicks} = thisProcess();

describe('isAlive', () => {
	it('knows this process', () => {
		expect(isAlive(thisProcess(), longAgo)).toBe(startTicks !== undefined);
		expect(isAlive(thisProcess(), justNow)).toBe(true);
		expect(isSameProcess(thisProcess(), thisProcess())).toBe(true);
	});

	it('knows another one, until it is killed', async () => {
		const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
		await once(child, 'spawn');
		const other = {id: child.pid ?? 0, host};
		expect(isAlive(other, justNow)).toBe(true);
		child.kill('SIGKILL');
		await once(child, 'exit');
		expect(isAlive(other, justNow)).toBe(false);
	});

	it.skipIf(!existsSync('/proc/self/stat'))('is not taken in by another process with the same number', () => {
		expect(isAlive({...thisProcess(), startTicks: '1'}, justNow)).toBe(false);
		expect(isAlive({...thisProcess(), boot: 'the one before'}, justNow)).toBe(false);
	});

	it.skipIf(!existsSync('/proc/self/stat'))('knows one whose name has brackets and spaces in it', () => {
		process.title = ') Z 1 (';
		expect(isAlive(thisProcess(), justNow)).toBe(true);
	});

	it('goes by the last sign of life where the system does not tell when a process began', () => {
		expect(isAlive({id, host}, justNow)).toBe(true);
		expect(isAlive({id, host}, longAgo)).toBe(false);
		expect(isAlive({id: 99_999_999, host}, justNow)).toBe(false);
	});

	it('goes by the last sign of life where the process is on another machine', () => {
		const elsewhere = {...thisProcess(), id: 99_999_999, host: `not-${host}`};
		expect(isAlive(elsewhere, justNow)).toBe(true);
		expect(isAlive(elsewhere, longAgo)).toBe(false);
	});
});

import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';

/**
The processes that a process has started and that have not ended.

@param pattern - What their command lines have; without it all of them.
*/
export const childrenOf = (pid: number | undefined, pattern = ''): readonly number[] => {
	try {
		const found = execFileSync('pgrep', ['-P', String(pid), '-f', pattern], {encoding: 'utf8'});
		return found.trim().split('\n').map(Number);
	} catch {
		return []; // This is how it says that there is none.
	}
};

/**
The process in which a duet has loaded the sound libraries.

@throws Where there is not exactly one.
*/
export const captureProcessOf = (pid: number | undefined): number => {
	const [found, ...others] = childrenOf(pid, 'capture-child');
	if (found === undefined || others.length > 0) {
		throw new Error(`Process ${pid} has ${others.length + (found ? 1 : 0)} capture processes.`);
	}

	return found;
};

/**
Whether a process is there and not a zombie, which only waits for a parent to take notice.
*/
export const isRunning = (pid: number): boolean => {
	try {
		return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
	} catch {
		return false;
	}
};

import {readFileSync} from 'node:fs';
import {hostname} from 'node:os';
import process from 'node:process';

/**
A process, told from every other that ever has its number.
*/
export type ProcessIdentity = {
	readonly id: number;
	readonly host: string;

	/**
	Linux only: which start of the machine it belongs to, and when it began, in ticks since then.
	*/
	readonly boot?: string;
	readonly startTicks?: string;
};

/**
This process.
*/
export const thisProcess = (): ProcessIdentity => {
	const boot = bootId();
	const startTicks = statusOf(process.pid)?.startTicks;
	return {
		id: process.pid,
		host: hostname(),
		...(boot !== undefined && {boot}),
		...(startTicks !== undefined && {startTicks}),
	};
};

/**
While it runs, a process touches its journal about every five seconds. One that has not for so long is taken for gone
where nothing better is known.
*/
export const heartbeatMs = 5000;
const longestSilenceMs = 60_000;

/**
Whether a process still runs, and is really that one: on this machine by the time it began, elsewhere and on systems
that do not tell that time by its last sign of life.

@param silentMs - How long ago it last touched its journal.
*/
export const isAlive = (identity: ProcessIdentity, silentMs: number): boolean => {
	const isHeard = silentMs < longestSilenceMs;
	if (identity.host !== hostname()) {
		return isHeard;
	}

	const boot = bootId();
	if (boot === undefined || identity.startTicks === undefined) {
		return isHeard && hasProcess(identity.id);
	}

	const status = statusOf(identity.id);
	return identity.boot === boot && status?.startTicks === identity.startTicks && !status.isDead;
};

/**
Whether two of them are one process.
*/
export const isSameProcess = (a: ProcessIdentity, b: ProcessIdentity): boolean =>
	a.id === b.id && a.host === b.host && a.boot === b.boot && a.startTicks === b.startTicks;

const bootId = (): string | undefined => {
	try {
		return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
	} catch {
		return undefined; // Not Linux.
	}
};

/**
From `/proc/<pid>/stat`: its third field is the state, its 22nd the start. The second is the program's name in brackets,
which may itself hold brackets and spaces.

@see man 5 proc_pid_stat
*/
const statusOf = (
	id: number,
): {readonly startTicks: string | undefined; readonly isDead: boolean} | undefined => {
	try {
		const text = readFileSync(`/proc/${id}/stat`, 'utf8');
		const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
		return {startTicks: fields[19], isDead: ['Z', 'X'].includes(fields[0] ?? '')};
	} catch {
		return undefined;
	}
};

const hasProcess = (id: number): boolean => {
	try {
		process.kill(id, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM'; // Somebody else's, but there.
	}
};

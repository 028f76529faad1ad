import {stat} from 'node:fs/promises';
import {isAlive, isSameProcess, type ProcessIdentity, thisProcess} from './process-identity.js';

/**
A process that has kept a run.
*/
export type JournalOwner = ProcessIdentity & {
	/**
	Whether it has let go of the run, so that another may go on with it while it lives.
	*/
	readonly hasReleased?: boolean;
};

/**
The process that a run belongs to: of those that keep it the first that is alive. Whoever has written its name after
another that is alive has come too late.

@param file - The journal, whose last change is a sign of life.
@param nowMs - Since 1970.
@returns Nothing where all of them are gone, or have let go of it.
*/
export const livingOwner = async (
	file: string,
	owners: readonly JournalOwner[],
	nowMs: number,
): Promise<ProcessIdentity | undefined> => {
	const silentMs = await silenceMs(file, nowMs);
	return firstAlive(owners, () => silentMs);
};

/**
@param silentMsOf - How long ago the owner at an index last gave a sign of life.
*/
export const firstAlive = (
	owners: readonly JournalOwner[],
	silentMsOf: (index: number) => number,
): ProcessIdentity | undefined =>
	owners.find((owner, index) => !owner.hasReleased && isAlive(owner, silentMsOf(index)));

/**
For how long nothing has been written to a journal, and no process has touched it.

@param nowMs - Since 1970.
*/
export const silenceMs = async (file: string, nowMs: number): Promise<number> =>
	nowMs - (await stat(file)).mtimeMs;

/**
Whether this process is the one.
*/
export const isOwnedHere = (owner: ProcessIdentity | undefined): boolean =>
	owner !== undefined && isSameProcess(owner, thisProcess());

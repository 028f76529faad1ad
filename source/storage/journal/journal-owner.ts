import {stat} from 'node:fs/promises';
import {isAlive, isSameProcess, type ProcessIdentity, thisProcess} from './process-identity.js';

/**
The process that a run belongs to: of those that have kept it the first that is alive. Whoever has written its name after
another that is alive has come too late.

@param file - The journal, whose last change is a sign of life.
@param nowMs - Since 1970.
@returns Nothing where all of them are gone.
*/
export const livingOwner = async (
	file: string,
	owners: readonly ProcessIdentity[],
	nowMs: number,
): Promise<ProcessIdentity | undefined> => {
	const {mtimeMs} = await stat(file);
	return owners.find(owner => isAlive(owner, nowMs - mtimeMs));
};

/**
Whether this process is the one.
*/
export const isOwnedHere = (owner: ProcessIdentity | undefined): boolean =>
	owner !== undefined && isSameProcess(owner, thisProcess());

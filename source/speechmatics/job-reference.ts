import {randomUUID} from 'node:crypto';

/**
A name for one submission, which nobody else can guess or use by chance. The service shows it with the job, so that a
job can be found whose id was lost. It holds its own time, so that not every job of a week has to be looked at.

@param nowMs - The time of day in milliseconds since 1970.
*/
export const createReference = (nowMs: number): string => `duet-${nowMs.toString(36)}-${randomUUID()}`;

/**
When a reference was made, in milliseconds since 1970. Missing for one that Duet did not make.
*/
export const referenceTimeMs = (reference: string): number | undefined => {
	const time = /^duet-([\da-z]{1,10})-/v.exec(reference)?.[1];
	return time === undefined ? undefined : Number.parseInt(time, 36);
};

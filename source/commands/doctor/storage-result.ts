import {diskReason, isOutOfSpace} from '../../core/disk-reason.js';
import {bytesText} from '../../core/figures.js';
import type {CheckLine, CheckResult} from './check.js';

/**
A folder that was written into, with the room there is, or the error that came of it.
*/
export type Place =
	| {readonly folder: string; readonly freeBytes: number}
	| {readonly folder: string; readonly error: unknown};

/**
An hour of recorded audio takes 115 MB, and as much again while it is transcribed.
*/
const scarceBytes = 500_000_000;
const hourBytes = 3600 * 32_000;

/**
What is said of the folder for what Duet keeps and of the one for what it does not.
*/
export const storageResult = (kept: Place, temporary: Place): CheckResult => {
	const places = [kept, temporary];
	const failed = places.filter(place => 'error' in place);
	const locked = failed.filter(({error}) => !isOutOfSpace(error));
	const isScarce = places.some(place =>
		'error' in place ? isOutOfSpace(place.error) : place.freeBytes < scarceBytes,
	);
	const lessGrave = isScarce ? 'warning' : 'good';
	const steps = [
		...locked.map(({folder}) => `Make ${folder} writable for you: transcripts and recordings go there.`),
		...(isScarce ? [`Free some space: an hour of audio takes ${bytesText(hourBytes)}.`] : []),
	];
	return {
		status: failed.length > 0 ? 'bad' : lessGrave,
		says: [placeLine('kept', kept), placeLine('temporary', temporary)],
		...(steps.length > 0 && {nextStep: steps.join(' ')}),
	};
};

const placeLine = (label: string, place: Place): CheckLine => [
	label,
	'error' in place
		? `${place.folder} cannot be written: ${diskReason(place.error)}`
		: `${place.folder}, writable, ${bytesText(place.freeBytes)} free`,
];

import type {FaultSpec} from './fault-spec.js';
import {parseFaults} from './parse-faults.js';

/**
The faults that a client asks for with the query parameter `x-fault`: in the words of `--fault`, or by one of the names
that tests of Speechmatics clients use.

@param layer - What is asked: some names mean another thing to a real-time session.
@throws {ProblemError} For what is no fault.
@see The sketch of an emulator in the notes on the two protocols, which has these names.
*/
export const requestedFaults = (
	query: URLSearchParams,
	layer: 'http' | 'real-time',
): readonly FaultSpec[] => {
	const text = query.get('x-fault');
	return text === null ? [] : parseFaults(otherNames[layer].get(text) ?? text, 'x-fault');
};

/**
The same for a real-time session. What is no fault is ignored, as the service ignores parameters that it does not know.
*/
export const faultsOrNone = (query: URLSearchParams): readonly FaultSpec[] => {
	try {
		return requestedFaults(query, 'real-time');
	} catch {
		return [];
	}
};

const otherNames = {
	http: new Map([
		['401-html', '401'],
		['429-html', '429'],
		['expired', '410'],
		['tcp-reset', 'reset=headers'],
	]),
	'real-time': new Map([
		['no-upgrade-answer', 'no-answer@handshake'],
		['quota', 'error=quota_exceeded'],
		['bare-close-4005', 'close=4005@open'],
		['job_error', 'error=job_error@words'],
		['non-json', 'garbage'],
		['tcp-reset', 'drop'],
		['late-eot', 'late-end'],
	]),
} as const;

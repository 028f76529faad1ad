import type {ServerMessage} from './messages.js';

const faults = [
	'no-upgrade-answer', // The request is never answered.
	'quota', // As if there were too many sessions.
	'bare-close-4005', // The same, without the Error before the close frame.
	'job_error', // These three come after the first final with words: an Error,
	'non-json', // a text frame that is not JSON,
	'tcp-reset', // or the end of the connection without a close frame.
	'late-eot', // EndOfTranscript comes later than clients wait for it.
] as const;

/**
A failure that a client asks for, to see what it makes of it.
*/
export type Fault = (typeof faults)[number];

/**
The fault in the query parameter `x-fault`, if it is one.
*/
export const readFault = (query: URLSearchParams): Fault | undefined =>
	faults.find(fault => fault === query.get('x-fault'));

/**
The moment at which the faults of the middle of a session happen: some words are final, others not yet.
*/
export const isMidSession = ({message, results}: ServerMessage): boolean =>
	message === 'AddTranscript' && Array.isArray(results) && results.length > 0;

/**
How late EndOfTranscript then is. Clients wait 10 s.
*/
export const lateEndMs = 15_000;

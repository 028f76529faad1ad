import type {Reach} from '../../speechmatics/reach.js';
import type {CheckLine} from './check.js';

/**
What a small request to a host told, as a line.
*/
export const reachLine = ({service, host, roundTripMs, isAccepted, problem}: Reach): CheckLine => {
	const time = roundTripMs === undefined ? undefined : `answers in ${Math.round(roundTripMs)} ms`;
	if (problem) {
		return [service, `${problem.message}${time ? ` It ${time}.` : ''}`];
	}

	return [
		service,
		[host, ...(time ? [`connects and ${time}`] : []), isAccepted ? accepted[service] : notSent[service]].join(
			' · ',
		),
	];
};

const accepted = {batch: 'key accepted', tokens: 'key accepted', 'real-time': 'token accepted'} as const;
const notSent = {
	batch: 'asked without a key',
	tokens: 'makes none: real-time is asked without one',
	'real-time': 'asked without a token',
} as const;

import {laggingOutlet} from './lagging-outlet.js';
import type {RealTimeFault} from './real-time-fault.js';

/**
Messages that come late, or never.
*/
export const lateMessages: readonly RealTimeFault[] = [
	{
		layer: 'real-time',
		name: 'lag',
		help: 'each message comes that much later; a range makes the lag unsteady, the order stays; beyond 4 MB of them the oldest come at once',
		value: {type: 'duration', fallbackMs: 500},
		outlet({number, happen}, outlet, webSocket, timers) {
			if (!happen()) {
				return outlet;
			}

			const lagging = laggingOutlet(outlet, () => number() ?? 0, timers);
			webSocket.once('close', lagging.drop);
			return lagging.outlet;
		},
	},
	{
		layer: 'real-time',
		name: 'late-end',
		help: 'EndOfTranscript comes that much later',
		value: {type: 'duration', fallbackMs: 15_000}, // Clients wait 10 s.
		endDelayMs: ({number, happen}) => (happen() ? (number() ?? 0) : 0),
	},
	{
		layer: 'real-time',
		name: 'no-end',
		help: 'EndOfTranscript never comes',
		endDelayMs: ({happen}) => (happen() ? Number.POSITIVE_INFINITY : 0),
	},
];

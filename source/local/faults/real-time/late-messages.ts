import type {RealTimeFault} from './real-time-fault.js';

/**
Messages that come late, or never.
*/
export const lateMessages: readonly RealTimeFault[] = [
	{
		layer: 'real-time',
		name: 'lag',
		help: 'each message comes that much later; a range makes the lag unsteady, the order stays',
		value: {type: 'duration', fallbackMs: 500},
		outlet({number, happen}, outlet, _webSocket, timers) {
			if (!happen()) {
				return outlet;
			}

			const waiting: Array<() => void> = [];
			let lastMs = 0;
			const later = (act: () => void): void => {
				const nowMs = timers.nowMs();
				lastMs = Math.max(lastMs, nowMs + (number() ?? 0));
				waiting.push(act);
				timers.after(lastMs - nowMs, () => waiting.shift()?.()); // The first one, whichever call comes first.
			};

			return {
				send(text) {
					later(() => {
						outlet.send(text);
					});
				},
				close(code, reason) {
					later(() => {
						outlet.close(code, reason);
					});
				},
			};
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

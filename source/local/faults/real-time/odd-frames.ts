import type {RealTimeFault} from './real-time-fault.js';

/**
Frames that are not as one is used to.
*/
export const oddFrames: readonly RealTimeFault[] = [
	{
		layer: 'real-time',
		name: 'fragments',
		help: 'each message comes in WebSocket fragments of that many bytes, cut within characters, too',
		value: {type: 'count', low: 1, high: 65_536, fallback: 7},
		outlet({number, happen}, outlet, webSocket) {
			if (!happen()) {
				return outlet;
			}

			return {
				...outlet,
				send(text) {
					const bytes = Buffer.from(text);
					for (let start = 0; start < bytes.length; ) {
						const end = Math.min(bytes.length, start + (number() ?? bytes.length));
						webSocket.send(bytes.subarray(start, end), {binary: false, fin: end === bytes.length});
						start = end;
					}
				},
			};
		},
	},
	{
		layer: 'real-time',
		name: 'garbage',
		help: 'a text frame comes that is not JSON; the session goes on',
		byDefault: 'words',
		strike(_drawn, {outlet}) {
			outlet.send('{"message": "Add');
		},
	},
];

import type {RealTimeFault} from './real-time-fault.js';

/**
Sockets that stay open and are of no use.
*/
export const deadSockets: readonly RealTimeFault[] = [
	{
		layer: 'real-time',
		name: 'freeze',
		help: 'the socket stays open; nothing is read or sent any more, not even a pong',
		byDefault: 'words',
		strike(_drawn, {silence}) {
			silence(false);
		},
	},
	{
		layer: 'real-time',
		name: 'mute',
		help: 'the socket stays open, audio is taken and pings are answered, but no message comes any more',
		byDefault: 'words',
		strike(_drawn, {silence}) {
			silence(true);
		},
	},
];

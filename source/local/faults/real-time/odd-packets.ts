import type {RealTimeFault} from './real-time-fault.js';
import {shapedSocket} from './shaped-socket.js';

/**
The same bytes, in other pieces than they are written in.
*/
export const oddPackets: readonly RealTimeFault[] = [
	{
		layer: 'real-time',
		name: 'dribble',
		help: 'all bytes, of the handshake too, come in packets of that many',
		value: {type: 'count', low: 1, high: 65_536, fallback: 3},
		shape({number, happen}, socket) {
			if (!happen()) {
				return socket;
			}

			return shapedSocket(socket, {
				write(bytes, done) {
					const writeFrom = (start: number): void => {
						const end = start + (number() ?? bytes.length);
						socket.write(bytes.subarray(start, end), error => {
							if (error || end >= bytes.length) {
								done(error);
							} else {
								setImmediate(writeFrom, end);
							}
						});
					};

					writeFrom(0);
				},
				flush(done) {
					done();
				},
			});
		},
	},
	{
		layer: 'real-time',
		name: 'join',
		help: 'what is sent within that time comes in one packet, many messages together',
		value: {type: 'duration', fallbackMs: 250},
		shape({number, happen}, socket, timers) {
			if (!happen()) {
				return socket;
			}

			const held: Buffer[] = [];
			const release = (): void => {
				if (held.length > 0) {
					socket.write(Buffer.concat(held.splice(0)));
				}
			};

			return shapedSocket(socket, {
				write(bytes, done) {
					held.push(bytes);
					if (held.length === 1) {
						timers.after(number() ?? 0, release);
					}

					done();
				},
				flush(done) {
					release();
					done();
				},
			});
		},
	},
];

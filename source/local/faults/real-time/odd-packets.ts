import type {RealTimeFault} from './real-time-fault.js';
import {shapedSocket} from './shaped-socket.js';

/**
A client can ask for a time of any length; this is more than a minute of messages at the pace of speech.
*/
const mostHeldBytes = 4_000_000;

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
		help: 'what is sent within that time comes in one packet, many messages together; 4 MB do not wait for it',
		value: {type: 'duration', fallbackMs: 250},
		shape({number, happen}, socket, timers) {
			if (!happen()) {
				return socket;
			}

			const held: Buffer[] = [];
			let heldBytes = 0;
			let cancel = (): void => undefined;
			const take = (): Buffer => {
				cancel();
				heldBytes = 0;
				return Buffer.concat(held.splice(0));
			};
			const release = (): void => {
				if (held.length > 0) {
					socket.write(take());
				}
			};
			socket.once('close', take); // Nobody is there any more whom it could be sent to.

			return shapedSocket(socket, {
				write(bytes, done) {
					held.push(bytes);
					heldBytes += bytes.length;
					if (heldBytes >= mostHeldBytes) {
						release();
					} else if (held.length === 1) {
						cancel = timers.after(number() ?? 0, release);
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

import {Duplex} from 'node:stream';

/**
A socket whose reading side is another's, and whose writing side does with the bytes what it is told.

@param write - Calls `done` when it can take more. Of the bytes it has taken none may be lost.
@param flush - Called before the writing side ends; calls `done` when all bytes have been written to the socket.
*/
export const shapedSocket = (
	socket: Duplex,
	{
		write,
		flush,
	}: {
		readonly write: (bytes: Buffer, done: (error?: Error | null) => void) => void;
		readonly flush: (done: () => void) => void;
	},
): Duplex => {
	const shaped = new Duplex({
		read() {
			socket.resume();
		},
		write(bytes: Buffer, _encoding, done) {
			write(bytes, done);
		},
		final(done) {
			flush(() => socket.end(done));
		},
		destroy(error, done) {
			socket.destroy();
			done(error);
		},
	});
	socket.on('data', (bytes: Buffer) => {
		if (!shaped.push(bytes)) {
			socket.pause();
		}
	});
	socket.on('end', () => shaped.push(null));
	socket.on('close', () => shaped.destroy());
	return shaped;
};

import {once} from 'node:events';
import {type AddressInfo, connect, createServer, type Socket} from 'node:net';
import {Transform} from 'node:stream';
import {onTestFinished} from 'vitest';

/**
How a connection is lost: by a reset, by an end without a close frame, or by silence on an open socket.
*/
export type Harm = 'reset' | 'end' | 'freeze';

/**
A line to a server that can be cut.
*/
export type TcpProxy = {
	readonly port: number;

	/**
	Harms all connections that there are now.

	@param refusals - How many of the next connections are broken at once, too.
	*/
	readonly harm: (how: Harm, refusals?: number) => void;

	/**
	How many connections there were.
	*/
	readonly connectionCount: () => number;
};

/**
A proxy on loopback that passes bytes on both ways, until the test has finished.
*/
export const startTcpProxy = async (targetPort: number): Promise<TcpProxy> => {
	const pairs = new Set<readonly [Socket, Socket]>();
	let refusalCount = 0;
	let connectionCount = 0;
	const server = createServer(client => {
		client.on('error', () => {});
		connectionCount += 1;
		if (refusalCount > 0) {
			refusalCount -= 1;
			client.resetAndDestroy();
			return;
		}

		const target = connect(targetPort, '127.0.0.1');
		const pair = [client, target] as const;
		pairs.add(pair);
		target.on('error', () => {});
		const named = withHost(targetPort);
		client.pipe(named).pipe(target).pipe(client);
		for (const [one, other] of [pair, [target, client] as const]) {
			one.on('close', () => {
				pairs.delete(pair);
				other.destroy();
			});
		}
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.close();
		for (const socket of [...pairs].flat()) {
			socket.destroy();
		}
	});

	return {
		port: (server.address() as AddressInfo).port,
		connectionCount: () => connectionCount,
		harm(how, refusals = 0) {
			refusalCount = refusals;
			for (const [client, target] of pairs) {
				client.unpipe();
				target.unpipe();
				if (how === 'reset') {
					client.resetAndDestroy();
				} else if (how === 'end') {
					client.end();
					target.destroy();
				} else {
					client.pause();
					target.pause();
				}
			}
		},
	};
};

/**
The local server answers only to its own name, which is in the first packet.
*/
const withHost = (port: number): Transform => {
	let isFirst = true;
	return new Transform({
		transform(bytes: Buffer, _encoding, done) {
			const text = bytes.toString('latin1');
			done(
				null,
				isFirst ? Buffer.from(text.replace(/(Host: 127\.0\.0\.1:)\d+/i, `$1${port}`), 'latin1') : bytes,
			);
			isFirst = false;
		},
	});
};

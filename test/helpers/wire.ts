import {once} from 'node:events';
import {request} from 'node:http';
import type {Socket} from 'node:net';
import {apiKey} from './real-time-server.js';

/**
The bytes that come over the wire after the answer to the handshake, in the pieces in which they are read.
*/
export const openWire = async (url: string): Promise<Socket> => {
	const upgrade = request(url.replace('ws:', 'http:'), {
		headers: {
			authorization: `Bearer ${apiKey}`,
			connection: 'Upgrade',
			upgrade: 'websocket',
			'sec-websocket-version': '13',
			'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
		},
	});
	upgrade.end();
	const [, socket, head] = (await once(upgrade, 'upgrade')) as [unknown, Socket, Buffer];
	socket.unshift(head);
	return socket;
};

/**
A text frame as clients send it, with a mask of zeros.
*/
export const clientFrame = (text: string): Buffer =>
	Buffer.concat([
		Buffer.from([0x81, 0xfe, text.length >> 8, text.length & 0xff, 0, 0, 0, 0]),
		Buffer.from(text),
	]);

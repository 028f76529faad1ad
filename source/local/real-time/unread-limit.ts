import type {Duplex} from 'node:stream';
import type {WebSocket} from 'ws';

/**
Cuts off a client that does not read, before what waits for it fills the memory: in the WebSocket, or below it where a fault
joins packets.

@param socket - What is below the WebSocket.
*/
export const cutOffUnread = (
	webSocket: WebSocket,
	{writableLength}: Pick<Duplex, 'writableLength'>,
	mostBytes: number,
): void => {
	if (Math.max(webSocket.bufferedAmount, writableLength) > mostBytes) {
		webSocket.terminate();
	}
};

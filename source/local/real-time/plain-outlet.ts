import type {WebSocket} from 'ws';
import type {Outlet} from '../faults/real-time/real-time-fault.js';

/**
Sends messages as they come, as long as the client takes them: one that does not read is cut off before what waits for it
fills the memory.

@param mostWaitingBytes - How much may wait.
*/
export const plainOutlet = (webSocket: WebSocket, mostWaitingBytes: number): Outlet => ({
	send(text) {
		if (webSocket.readyState !== webSocket.OPEN) {
			return;
		}

		webSocket.send(text);
		if (webSocket.bufferedAmount > mostWaitingBytes) {
			webSocket.terminate();
		}
	},
	close(code, reason) {
		webSocket.close(code, reason);
	},
});

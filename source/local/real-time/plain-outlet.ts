import type {WebSocket} from 'ws';
import type {Outlet} from '../faults/real-time/real-time-fault.js';

/**
Sends messages as they come.
*/
export const plainOutlet = (webSocket: WebSocket): Outlet => ({
	send(text) {
		if (webSocket.readyState === webSocket.OPEN) {
			webSocket.send(text);
		}
	},
	close(code, reason) {
		webSocket.close(code, reason);
	},
});

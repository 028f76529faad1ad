import {WebSocket} from 'ws';

/**
Tries to open a WebSocket.

@returns `open`, or the HTTP status of the refusal.
*/
export const knock = async (
	url: string,
	headers: Readonly<Record<string, string>> = {},
): Promise<'open' | number | undefined> =>
	new Promise((resolve, reject) => {
		const webSocket = new WebSocket(url, {headers});
		webSocket.on('open', () => {
			webSocket.terminate();
			resolve('open');
		});
		webSocket.on('unexpected-response', (request, response) => {
			request.destroy();
			resolve(response.statusCode);
		});
		webSocket.on('error', reject);
	});

import {once} from 'node:events';
import {createServer, type IncomingHttpHeaders, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/**
A request as the server got it, with its body to the end.
*/
export type ReceivedRequest = {
	readonly method: string;
	readonly path: string;
	readonly query: URLSearchParams;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
};

/**
What to answer. An object as body is sent as JSON, a string as an HTML page. `reset` breaks the connection, `silence`
leaves it open without an answer.
*/
export type ScriptedAnswer =
	| {
			readonly status?: number;
			readonly body: string | object;
			readonly headers?: Readonly<Record<string, string>>;

			/**
			Sends half of the body and closes the connection.
			*/
			readonly isCut?: boolean;
	  }
	| 'reset'
	| 'silence';

export type ScriptedHttpServer = AsyncDisposable & {
	readonly url: string;

	/**
	All requests so far, in order.
	*/
	readonly requests: readonly ReceivedRequest[];
};

/**
A server on loopback that does what it is told with each request. An answer that never comes is a promise that stays.

@param answerEarly - Answers from the headers alone, before the body is read. A function is asked at each request.
*/
export const startScriptedHttpServer = async (
	answer: (request: ReceivedRequest) => ScriptedAnswer | Promise<ScriptedAnswer>,
	{answerEarly = false}: {readonly answerEarly?: boolean | (() => boolean)} = {},
): Promise<ScriptedHttpServer> => {
	const requests: ReceivedRequest[] = [];
	const server = createServer(async (incoming, response) => {
		const chunks: Buffer[] = [];
		if (!(typeof answerEarly === 'function' ? answerEarly() : answerEarly)) {
			try {
				for await (const chunk of incoming) {
					chunks.push(chunk as Buffer);
				}
			} catch {
				return; // The client went away.
			}
		}

		const {pathname, searchParams} = new URL(incoming.url ?? '/', 'http://localhost');
		const request = {
			method: incoming.method ?? '',
			path: pathname,
			query: searchParams,
			headers: incoming.headers,
			body: Buffer.concat(chunks),
		};
		requests.push(request);
		reply(response, await answer(request));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');

	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			server.close();
		},
	};
};

const reply = (response: ServerResponse, answer: ScriptedAnswer): void => {
	if (answer === 'reset') {
		response.socket?.resetAndDestroy();
		return;
	}

	if (answer === 'silence') {
		return;
	}

	const isPage = typeof answer.body === 'string';
	const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
	response.writeHead(answer.status ?? 200, {
		'content-type': isPage ? 'text/html' : 'application/json',
		...(answer.isCut && {'content-length': String(Buffer.byteLength(text))}),
		...answer.headers,
	});
	if (answer.isCut) {
		response.write(text.slice(0, text.length / 2), () => {
			response.destroy();
		});
	} else {
		response.end(text);
	}
};

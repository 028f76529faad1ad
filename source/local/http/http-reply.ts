import type {ServerResponse} from 'node:http';
import {pipeline} from 'node:stream/promises';
import {HttpError} from './http-error.js';

/**
What a handler answers with. The status is 200 where none is given.
*/
export type Reply =
	| {readonly type: 'json'; readonly value: unknown; readonly status?: number}
	| {readonly type: 'text'; readonly text: string}
	| {readonly type: 'file'; readonly content: AsyncIterable<Uint8Array>; readonly contentType: string}
	| BytesReply;

/**
An answer as it goes over the wire.
*/
type BytesReply = {
	readonly type: 'bytes';
	readonly status: number;
	readonly contentType: string;
	readonly body: Buffer;

	/**
	What the header says about the length of the body. Where that is more than there is, the connection ends behind it.
	*/
	readonly announcedBytes: number;
};

/**
Writes an answer. A client that has gone away is not an error.
*/
export const sendReply = async (response: ServerResponse, reply: Reply): Promise<void> => {
	if (reply.type === 'file') {
		response.writeHead(200, {'Content-Type': reply.contentType});
		await pipeline(reply.content, response);
		return;
	}

	const {status, contentType, body, announcedBytes} = encodeReply(reply);
	response.writeHead(status, {'Content-Type': contentType, 'Content-Length': announcedBytes});
	if (announcedBytes > body.length) {
		response.write(body, () => response.socket?.destroySoon());
	} else {
		response.end(body);
	}
};

/**
The bytes of an answer.
*/
export const encodeReply = (reply: Exclude<Reply, {readonly type: 'file'}>): BytesReply => {
	switch (reply.type) {
		case 'json': {
			return bytesReply(reply.status ?? 200, 'application/json', sortedJson(reply.value));
		}

		case 'text': {
			return bytesReply(200, 'text/plain; charset=utf-8', reply.text);
		}

		case 'bytes': {
			return reply;
		}
	}
};

const bytesReply = (status: number, contentType: string, text: string): BytesReply => {
	const body = Buffer.from(text);
	return {type: 'bytes', status, contentType, body, announcedBytes: body.length};
};

/**
Answers with a failure. What is not an {@link HttpError} is a fault of this server.

@param hide - Takes out of the answer what it must not repeat.
*/
export const sendError = (
	response: ServerResponse,
	thrown: unknown,
	hide: (text: string) => string,
): void => {
	if (response.headersSent || response.destroyed) {
		response.destroy();
		return;
	}

	const {status, body, headers} =
		thrown instanceof HttpError
			? thrown
			: {
					status: 500,
					body: {
						code: 500,
						detail: thrown instanceof Error ? thrown.message : String(thrown),
						error: 'Internal Server Error',
					},
					headers: {},
				};
	response.writeHead(status, {...headers, 'Content-Type': errorType(body)});
	response.end(hide(errorText(body)));
};

/**
The body of a refusal, and what it is.
*/
export const errorText = (body: HttpError['body']): string =>
	typeof body === 'string' ? body : sortedJson(body);

export const errorType = (body: HttpError['body']): string =>
	typeof body === 'string' ? 'text/html' : 'application/json';

/**
JSON with every object's keys in alphabetical order, as the service writes them.
*/
export const sortedJson = (value: unknown): string =>
	JSON.stringify(value, (_key, part: unknown) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).toSorted(([left], [right]) => (left < right ? -1 : 1)))
			: part,
	);

import {createReadStream} from 'node:fs';
import type {ServerResponse} from 'node:http';
import {pipeline} from 'node:stream/promises';
import {HttpError} from './http-error.js';

/**
What a handler answers with. The status is 200 where none is given.
*/
export type Reply =
	| {readonly type: 'json'; readonly value: unknown; readonly status?: number}
	| {readonly type: 'text'; readonly text: string}
	| {readonly type: 'file'; readonly path: string; readonly contentType: string};

/**
Writes an answer. A client that has gone away is not an error.
*/
export const sendReply = async (response: ServerResponse, reply: Reply): Promise<void> => {
	switch (reply.type) {
		case 'json': {
			response.writeHead(reply.status ?? 200, {'Content-Type': 'application/json'});
			response.end(sortedJson(reply.value));
			return;
		}

		case 'text': {
			response.writeHead(200, {'Content-Type': 'text/plain; charset=utf-8'});
			response.end(reply.text);
			return;
		}

		case 'file': {
			response.writeHead(200, {'Content-Type': reply.contentType});
			await pipeline(createReadStream(reply.path), response);
		}
	}
};

/**
Answers with a failure. What is not an {@link HttpError} is a fault of this server.
*/
export const sendError = (response: ServerResponse, thrown: unknown): void => {
	if (response.headersSent || response.destroyed) {
		response.destroy();
		return;
	}

	const {status, body} =
		thrown instanceof HttpError
			? thrown
			: {
					status: 500,
					body: {
						code: 500,
						detail: thrown instanceof Error ? thrown.message : String(thrown),
						error: 'Internal Server Error',
					},
				};
	const isHtml = typeof body === 'string';
	response.writeHead(status, {'Content-Type': isHtml ? 'text/html' : 'application/json'});
	response.end(isHtml ? body : sortedJson(body));
};

/**
JSON with every object's keys in alphabetical order, as the service writes them.
*/
export const sortedJson = (value: unknown): string =>
	JSON.stringify(value, (_key, part: unknown) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).toSorted(([left], [right]) => (left < right ? -1 : 1)))
			: part,
	);

import type {IncomingMessage} from 'node:http';
import {bodyTooSlow} from './http-error.js';

/**
The body of a request in pieces. Leaving early leaves the rest of the request unread, so that it can be answered.

@param silentMs - How long nothing may come.
@throws {HttpError} 408 after that.
*/
export const bodyChunks = async function* (
	message: IncomingMessage,
	silentMs: number,
): AsyncGenerator<Buffer> {
	const chunks: AsyncIterator<Buffer> = message.iterator({destroyOnReturn: false});
	try {
		for (;;) {
			const next = await inTime(chunks.next(), silentMs);
			if (next.done) {
				return;
			}

			yield next.value;
		}
	} finally {
		void chunks.return?.(); // Not awaited: it waits for a piece that may never come.
	}
};

const inTime = async <Value>(promise: Promise<Value>, mostMs: number): Promise<Value> => {
	const late = Promise.withResolvers<never>();
	const timer = setTimeout(() => {
		late.reject(bodyTooSlow());
	}, mostMs);
	try {
		return await Promise.race([promise, late.promise]);
	} finally {
		clearTimeout(timer);
	}
};

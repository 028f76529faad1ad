import type {BatchEvent} from '../core/transcript-event.js';

/**
A request that has nothing to tell until it is answered.
*/
// biome-ignore lint/correctness/useYield: It has the shape of the requests that do.
export const justReturn = async function* <Value>(
	request: () => Promise<Value>,
): AsyncGenerator<BatchEvent, Value> {
	return await request();
};

import {frameSeconds} from './capture-messages.js';

/**
Frames between the microphone, which does not wait, and one reader, which may be held up.
*/
export type FrameQueue<Item> = AsyncIterable<Item> & {
	/**
	@returns False when the reader is so far behind that the frame was dropped.
	*/
	push(item: Item): boolean;

	/**
	Ends the iteration behind what is already in the queue, with an error if there is one.
	*/
	end(error?: unknown): void;
};

/**
How far a reader may be behind, 10 MB: five minutes.
*/
const mostFrames = Math.round(300 / frameSeconds);

export const createFrameQueue = <Item>(): FrameQueue<Item> => {
	let items: Item[] = [];
	let ending: {readonly error?: unknown} | undefined;
	let changed = Promise.withResolvers<void>();
	return {
		push(item) {
			if (items.length >= mostFrames) {
				return false;
			}

			items.push(item);
			changed.resolve();
			return true;
		},

		end(error) {
			ending ??= {error};
			changed.resolve();
		},

		async *[Symbol.asyncIterator]() {
			for (;;) {
				while (items.length > 0) {
					const batch = items;
					items = [];
					yield* batch;
				}

				if (ending) {
					if (ending.error !== undefined) {
						throw ending.error;
					}

					return;
				}

				await changed.promise;
				changed = Promise.withResolvers();
			}
		},
	};
};

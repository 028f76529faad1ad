/**
Audio between a source, which does not wait, and one reader, which may be held up.
*/
export type FrameQueue<Item> = AsyncIterable<Item> & {
	/**
	@returns False when the reader is so far behind that the item was dropped. After the end nobody misses it.
	*/
	push(item: Item): boolean;

	/**
	Resolves when an item would not be dropped; at once after the end.
	*/
	hasRoom(): Promise<void>;

	/**
	Ends the iteration behind what is already in the queue, with an error if there is one.
	*/
	end(error?: unknown): void;
};

/**
How far a reader may be behind, in pieces of 32 ms, 10 MB: five minutes.
*/
const mostItems = 9375;

export const createFrameQueue = <Item>(): FrameQueue<Item> => {
	let items: Item[] = [];
	let ending: {readonly error?: unknown} | undefined;
	let changed = Promise.withResolvers<void>();
	let taken = Promise.withResolvers<void>();
	return {
		push(item) {
			if (ending) {
				return true;
			}

			if (items.length >= mostItems) {
				return false;
			}

			items.push(item);
			changed.resolve();
			return true;
		},

		async hasRoom() {
			while (items.length >= mostItems && !ending) {
				await taken.promise;
			}
		},

		end(error) {
			ending ??= {error};
			changed.resolve();
			taken.resolve();
		},

		async *[Symbol.asyncIterator]() {
			for (;;) {
				while (items.length > 0) {
					const batch = items;
					items = [];
					taken.resolve();
					taken = Promise.withResolvers();
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

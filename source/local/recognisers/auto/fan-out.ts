/**
What one of two readers of the same items sees.
*/
export type Outlet<Item> = {
	readonly items: AsyncIterable<Item>;

	/**
	Ends it: whoever reads it gets no more, and nobody waits for it any longer.
	*/
	readonly close: () => void;
};

/**
Gives the same items to two readers, who go through them in step: an item is asked for when both want one. So nothing
piles up, and the source sees a reader that is ready only when both are.

@param source - Closed when both outlets are.
*/
export const fanOut = <Item>(source: AsyncIterable<Item>): readonly [Outlet<Item>, Outlet<Item>] => {
	type Result = IteratorResult<Item, undefined>;
	type Reader = {asked?: PromiseWithResolvers<Result> | undefined};

	const iterator = source[Symbol.asyncIterator]();
	const readers = new Set<Reader>();
	let isAsking = false;

	const answer = (give: (asked: PromiseWithResolvers<Result>) => void): void => {
		isAsking = false;
		for (const reader of readers) {
			const {asked} = reader;
			reader.asked = undefined;
			if (asked) {
				give(asked);
			}
		}
	};

	const askSource = (): void => {
		if (isAsking || readers.size === 0 || ![...readers].every(({asked}) => asked)) {
			return;
		}

		isAsking = true;
		iterator.next().then(
			({value, done}) => {
				answer(({resolve}) => resolve(done ? ended : {value, done}));
			},
			(error: unknown) => {
				answer(({reject}) => reject(error));
			},
		);
	};

	const outlet = (): Outlet<Item> => {
		const reader: Reader = {};
		readers.add(reader);

		const close = (): void => {
			if (!readers.delete(reader)) {
				return;
			}

			reader.asked?.resolve(ended);
			if (readers.size === 0) {
				void iterator.return?.();
			} else {
				askSource();
			}
		};

		const next = async (): Promise<Result> => {
			if (!readers.has(reader)) {
				return ended;
			}

			reader.asked ??= Promise.withResolvers<Result>();
			const {promise} = reader.asked;
			askSource();
			return promise;
		};

		const end = async (): Promise<Result> => {
			close();
			return ended;
		};

		return {items: {[Symbol.asyncIterator]: () => ({next, return: end})}, close};
	};

	return [outlet(), outlet()];
};

const ended = {value: undefined, done: true} as const;

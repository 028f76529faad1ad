/**
Audio for a recogniser, and what the recogniser does with it.
*/
export type WatchedAudio = AsyncIterable<Int16Array> & {
	/**
	Fulfilled when the first item is asked for.
	*/
	readonly asked: Promise<void>;
	readonly wasAsked: () => boolean;

	/**
	Fulfilled when it was heard to its end, or left before.
	*/
	readonly left: Promise<void>;

	/**
	How many items were handed out.
	*/
	readonly itemCount: () => number;
};

/**
Hands items out when they are asked for, each in a turn of its own, as audio comes from elsewhere.
*/
export const watchAudio = (
	items: Iterable<Int16Array> | AsyncIterable<Int16Array>,
	onItem: (count: number) => void = () => {},
): WatchedAudio => {
	const asked = Promise.withResolvers<void>();
	const left = Promise.withResolvers<void>();
	let wasAsked = false;
	let itemCount = 0;
	const handOut = async function* (): AsyncGenerator<Int16Array, void> {
		wasAsked = true;
		asked.resolve();
		try {
			for await (const item of items) {
				await new Promise(setImmediate);
				itemCount += 1;
				onItem(itemCount);
				yield item;
			}
		} finally {
			left.resolve();
		}
	};

	const iterator = handOut();
	return {
		[Symbol.asyncIterator]: () => iterator,
		asked: asked.promise,
		wasAsked: () => wasAsked,
		left: left.promise,
		itemCount: () => itemCount,
	};
};

/**
Samples in items of these lengths, again and again.
*/
export const inItems = function* (samples: Int16Array, lengths: readonly number[]): Iterable<Int16Array> {
	for (let from = 0, index = 0; from < samples.length; index++) {
		const length = lengths[index % lengths.length] ?? samples.length;
		yield samples.subarray(from, from + length);
		from += length;
	}
};

/**
Samples that never end, in items of a tenth of a second.
*/
export const endlessly = function* (samples: Int16Array): Iterable<Int16Array> {
	for (;;) {
		yield* inItems(samples, [1600]);
	}
};

/**
Reads to the end, and keeps what came before a failure.
*/
export const collect = async <Item>(
	items: AsyncIterable<Item>,
	onItem: (item: Item) => void = () => {},
): Promise<{readonly items: readonly Item[]; readonly error?: unknown}> => {
	const collected: Item[] = [];
	try {
		for await (const item of items) {
			collected.push(item);
			onItem(item);
		}
	} catch (error) {
		return {items: collected, error};
	}

	return {items: collected};
};

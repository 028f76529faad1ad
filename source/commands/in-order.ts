/**
Works on several items at once and settles each in the order of the list, as soon as all before it are settled.

@param limit - How many to work on at once.
@returns What was settled, in order.
*/
export const inOrder = async <Item, Result>(
	items: readonly Item[],
	limit: number,
	work: (item: Item, index: number) => Promise<void>,
	settle: (index: number) => Promise<Result>,
): Promise<readonly Result[]> => {
	const finished = items.map(() => Promise.withResolvers<void>());
	let next = 0;
	const worker = async () => {
		while (next < items.length) {
			const index = next++;
			try {
				await work(items[index] as Item, index);
				finished[index]?.resolve();
			} catch (error) {
				finished[index]?.reject(error);
			}
		}
	};

	const workers = Array.from({length: Math.min(limit, items.length)}, worker);
	const results: Result[] = [];
	for (const [index, {promise}] of finished.entries()) {
		await promise;
		results.push(await settle(index));
	}

	await Promise.all(workers);
	return results;
};

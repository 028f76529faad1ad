/**
A list that only grows, as an immutable value: `append` gives a new list and leaves the old one as it was.

Hours of transcript make copying at each final too dear, so lists share one array and differ in how much of it is
theirs. Appending to a list that is no longer the newest copies first, so that neither sees the other's items.
*/
export class AppendList<Item> implements Iterable<Item> {
	readonly length: number;
	readonly #shared: Item[];

	private constructor(shared: Item[], length: number) {
		this.#shared = shared;
		this.length = length;
	}

	static from<Item>(items: Iterable<Item> = []): AppendList<Item> {
		const own = [...items];
		return new AppendList(own, own.length);
	}

	append(items: readonly Item[]): AppendList<Item> {
		if (items.length === 0) {
			return this;
		}

		const isNewest = this.#shared.length === this.length;
		const shared = isNewest ? this.#shared : this.#shared.slice(0, this.length);
		for (const item of items) {
			shared.push(item);
		}

		return new AppendList(shared, shared.length);
	}

	/**
	@param index - Counted from the end where it is negative.
	*/
	at(index: number): Item | undefined {
		const fromStart = index < 0 ? this.length + index : index;
		return fromStart < this.length ? this.#shared[fromStart] : undefined;
	}

	slice(start = 0): readonly Item[] {
		return this.#shared.slice(start, this.length);
	}

	*[Symbol.iterator](): Generator<Item, void> {
		for (let index = 0; index < this.length; index++) {
			yield this.#shared[index] as Item;
		}
	}
}

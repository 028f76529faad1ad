/**
Attempts of which only the latest counts: a new one gives up the one before, and begins when that is over.
*/
export type Attempts = {
	/**
	@param attempt - Gets the signal that gives it up.
	@returns Whether it was the latest, and there was no end, until it succeeded.
	@throws What the attempt throws, if it has not been given up.
	*/
	readonly latest: (attempt: (signal: AbortSignal) => Promise<void>) => Promise<boolean>;

	/**
	Gives up the one that goes on, and all that come. Resolves when it is over.
	*/
	readonly end: () => Promise<void>;
};

export const createAttempts = (): Attempts => {
	let current = new AbortController();
	let over: Promise<unknown> = Promise.resolve();
	let isEnded = false;

	const take = async (
		before: Promise<unknown>,
		attempt: (signal: AbortSignal) => Promise<void>,
		signal: AbortSignal,
	): Promise<boolean> => {
		await before;
		if (signal.aborted) {
			return false;
		}

		try {
			await attempt(signal);
		} catch (error) {
			if (!signal.aborted) {
				throw error;
			}
		}

		return !signal.aborted;
	};

	return {
		async latest(attempt) {
			if (isEnded) {
				return false;
			}

			current.abort();
			current = new AbortController();
			const result = take(over, attempt, current.signal);
			over = result.catch(() => {});
			return result;
		},
		async end() {
			isEnded = true;
			current.abort();
			await over;
		},
	};
};

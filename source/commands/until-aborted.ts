/**
Waits for a signal; not at all where it has come already, as during a start.
*/
export const untilAborted = async (signal: AbortSignal): Promise<void> => {
	const {promise, resolve} = Promise.withResolvers<void>();
	signal.addEventListener('abort', () => resolve(), {once: true});
	if (signal.aborted) {
		resolve();
	}

	await promise;
};

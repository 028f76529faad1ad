/**
Waits for a promise, but no longer than a signal allows.

@throws The signal's reason, at once, when it is aborted; the promise is then left to itself.
*/
export const orAborted = async <Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> => {
	signal.throwIfAborted();
	const {promise: aborted, reject} = Promise.withResolvers<never>();
	const onAbort = () => {
		reject(signal.reason);
	};

	signal.addEventListener('abort', onAbort);
	try {
		return await Promise.race([promise, aborted]);
	} finally {
		signal.removeEventListener('abort', onAbort);
	}
};

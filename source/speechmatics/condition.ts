import {orAborted} from './abort.js';

/**
Lets one task wait for what another one changes.
*/
export type Condition = {
	/**
	Something has changed: those who wait look again.
	*/
	notify(): void;

	/**
	Waits until the test holds.

	@returns False when nothing changed for `quietMs`, where that is given, and the test still does not hold.
	@throws The signal's reason, when it is aborted.
	*/
	until(isTrue: () => boolean, quietMs?: number): Promise<boolean>;
};

/**
A condition whose waits all end with a signal.
*/
export const createCondition = (signal: AbortSignal): Condition => {
	let change = Promise.withResolvers<void>();

	return {
		notify() {
			change.resolve();
			change = Promise.withResolvers();
		},

		async until(isTrue, quietMs) {
			while (!isTrue()) {
				const quiet = Promise.withResolvers<'quiet'>();
				const timer = quietMs === undefined ? undefined : setTimeout(() => quiet.resolve('quiet'), quietMs);
				try {
					if ((await orAborted(Promise.race([change.promise, quiet.promise]), signal)) === 'quiet') {
						return isTrue();
					}
				} finally {
					clearTimeout(timer);
				}
			}

			return true;
		},
	};
};

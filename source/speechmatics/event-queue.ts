/**
Events from several tasks, for one reader.
*/
export type EventQueue<Event> = AsyncIterable<Event> & {
	/**
	Ignored after the end.
	*/
	push(event: Event): void;

	/**
	Ends the iteration behind the events that are already in it, with an error if there is one.
	*/
	end(error?: unknown): void;
};

/**
A queue without a bound: its reader is a reducer, which is faster than any socket.
*/
export const createEventQueue = <Event>(): EventQueue<Event> => {
	let events: Event[] = [];
	let ending: {readonly error?: unknown} | undefined;
	let wake = Promise.withResolvers<void>();

	return {
		push(event) {
			if (!ending) {
				events.push(event);
				wake.resolve();
			}
		},

		end(error) {
			ending ??= {error};
			wake.resolve();
		},

		async *[Symbol.asyncIterator]() {
			for (;;) {
				await wake.promise;
				wake = Promise.withResolvers();
				const batch = events;
				events = [];
				yield* batch;
				if (ending && events.length === 0) {
					if (ending.error !== undefined) {
						throw ending.error;
					}

					return;
				}

				if (ending || events.length > 0) {
					wake.resolve();
				}
			}
		},
	};
};

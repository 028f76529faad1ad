import process from 'node:process';

/**
Whether what is written still arrives.
*/
export type WatchedStreams = {
	/**
	What the process has to end with, where its results did not all arrive.
	*/
	readonly exitCode: () => number | undefined;

	/**
	Whether stdout still takes what is written to it.
	*/
	readonly isRead: () => boolean;

	/**
	@param leave - Called once stdout is broken: nobody reads the results any more.
	*/
	readonly onBroken: (leave: () => void) => void;

	/**
	Resolves when all that was written to stdout has arrived, or is known not to.
	*/
	readonly flushed: () => Promise<void>;
};

/**
Listens for errors of stdout and stderr, which would end the process otherwise.

A reader that leaves early, as `head` does, is no failure; a full disk is one, and is said. What is said on stderr is
not worth losing a result for.
*/
export const watchStreams = (): WatchedStreams => {
	let exitCode: number | undefined;
	let leave = () => {};
	process.stderr.on('error', () => {});
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		if (exitCode !== undefined) {
			return;
		}

		exitCode = error.code === 'EPIPE' ? 0 : 1;
		if (exitCode !== 0) {
			process.stderr.write(
				`error: The results cannot be written to stdout (${error.code}).\n  Free some space, or send them to another place.\n`,
			);
		}

		leave();
	});
	return {
		exitCode: () => exitCode,
		isRead: () => exitCode === undefined,
		onBroken(newLeave) {
			leave = newLeave;
			if (exitCode !== undefined) {
				leave();
			}
		},
		flushed: () =>
			new Promise(resolve => {
				process.stdout.write('', () => {
					setImmediate(resolve); // A stream says that writing failed only after it has called back.
				});
			}),
	};
};

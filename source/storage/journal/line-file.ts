import {
	close as closeFile,
	constants,
	fdatasync,
	fstatSync,
	futimes,
	mkdirSync,
	openSync,
	rmSync,
	writeSync,
} from 'node:fs';
import path from 'node:path';

/**
A file that lines are added to. What it is given is with the operating system when `write` returns, so that it outlives
the process; `sync` brings it to the disk, so that it outlives the machine.
*/
export type LineFile = {
	/**
	Never throws. Where it cannot be written, that is said once; what is left is tried again with each call, from the
	very byte on, so that nothing is missing and no line torn if there is room again.
	*/
	readonly write: (lines: string) => void;

	/**
	Does not wait for the disk.
	*/
	readonly sync: () => void;

	/**
	Tries again what could not be written, and looks whether the file is still there.

	@param isSignOfLife - Whether to set the time of its last change, too.
	*/
	readonly tend: (isSignOfLife: boolean) => void;

	/**
	A file that was made for nothing, as no line could be written, is removed.
	*/
	readonly close: () => void;
};

/**
What may wait for room on the disk: hours of finals.
*/
const mostWaitingBytes = 16_000_000;

/**
Opens a file. Only this user can look into it.

@param isNew - Whether it is to be made, with its folder where that is missing; it must not be there then, and else it
must.
@param onError - Told once what the operating system said.
*/
export const openLineFile = (
	file: string,
	{isNew, onError}: {readonly isNew: boolean; readonly onError: (error: unknown) => void},
): LineFile => {
	let descriptor: number | undefined;
	let waiting: Buffer[] = [];
	let isTold = false;
	let isSyncing = false;
	let isDirty = false;
	let isEmpty = isNew;

	const tell = (error: unknown) => {
		if (!isTold) {
			isTold = true;
			onError(error);
		}
	};

	const close = () => {
		if (descriptor !== undefined) {
			const closing = descriptor;
			descriptor = undefined;
			waiting = [];
			if (isEmpty) {
				attempt(() => rmSync(file));
			}

			fdatasync(closing, () => {
				closeFile(closing, () => {});
			});
		}
	};

	const attempt = (action: () => void): boolean => {
		try {
			action();
			return true;
		} catch (error) {
			tell(error);
			return false;
		}
	};

	const writeWaiting = () => {
		attempt(() => {
			for (let [bytes] = waiting; bytes && descriptor !== undefined; [bytes] = waiting) {
				const written = writeSync(descriptor, bytes);
				isDirty = true;
				if (written < bytes.length) {
					waiting[0] = bytes.subarray(written);
				} else {
					waiting.shift();
					isEmpty = false;
				}
			}
		});
		if (waiting.reduce((sum, {length}) => sum + length, 0) > mostWaitingBytes) {
			close();
		}
	};

	const sync = () => {
		if (descriptor === undefined || isSyncing || !isDirty) {
			return;
		}

		const syncing = descriptor;
		isSyncing = true;
		isDirty = false;
		fdatasync(syncing, error => {
			isSyncing = false;
			if (error && descriptor === syncing) {
				tell(error);
			} else {
				sync(); // Something may have come in the meantime.
			}
		});
	};

	attempt(() => {
		if (isNew) {
			mkdirSync(path.dirname(file), {recursive: true, mode: 0o700});
		}

		descriptor = openSync(file, isNew ? 'ax' : constants.O_WRONLY + constants.O_APPEND, 0o600);
	});

	return {
		write(lines) {
			if (descriptor !== undefined && lines !== '') {
				waiting.push(Buffer.from(lines));
				writeWaiting();
			}
		},
		sync,
		tend(isSignOfLife) {
			writeWaiting();
			attempt(() => {
				if (descriptor !== undefined && fstatSync(descriptor).nlink === 0) {
					throw Object.assign(new Error('The file is gone.'), {code: 'ENOENT'});
				}
			});
			if (descriptor !== undefined && isSignOfLife) {
				const now = new Date();
				futimes(descriptor, now, now, () => {});
			}
		},
		close() {
			writeWaiting();
			close();
		},
	};
};

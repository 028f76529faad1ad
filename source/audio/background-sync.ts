import type {FileHandle} from 'node:fs/promises';

/**
Brings what was written to the disk without keeping the writer waiting: speech does not wait for the disk. Asked for while it
is at it, it does nothing more; who goes on writing asks again.

@param onError - Told what the operating system said.
*/
export const createBackgroundSync = (onError: (error: unknown) => unknown): ((file: FileHandle) => void) => {
	let isSyncing = false;
	const sync = async (file: FileHandle): Promise<void> => {
		isSyncing = true;
		await file.datasync().catch(onError);
		isSyncing = false;
	};

	return file => {
		if (!isSyncing) {
			void sync(file);
		}
	};
};

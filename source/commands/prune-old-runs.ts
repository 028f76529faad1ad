import {bytesText, countText} from '../core/figures.js';
import {pruneRuns} from '../storage/history/prune-runs.js';
import {dataFolder} from '../storage/paths.js';
import type {OptionValues} from './options.js';

/**
Removes old runs with their recordings, where the user has set for how long or how much is kept.

@returns What was removed, in a sentence; nothing where nothing was.
*/
export const pruneOldRuns = async (
	values: Pick<OptionValues, 'keep-days' | 'keep-megabytes'>,
): Promise<string | undefined> => {
	const megabytes = values['keep-megabytes'];
	const pruned = await pruneRuns(dataFolder(), {
		maxAgeDays: values['keep-days'],
		maxBytes: megabytes === undefined ? undefined : megabytes * 1_000_000,
		nowMs: Date.now(),
	});
	if (pruned.length === 0) {
		return undefined;
	}

	const bytes = pruned.reduce((sum, run) => sum + run.bytes, 0);
	const recordings = pruned.filter(({recording}) => recording !== undefined).length;
	return [
		`Removed, as keep-days and keep-megabytes say: ${countText(pruned.length, 'old run')}`,
		...(recordings > 0 ? [`${countText(recordings, 'recording')} of them`] : []),
		bytesText(bytes),
	]
		.join(', ')
		.concat('.');
};

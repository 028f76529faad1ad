import {repairRecordings} from '../audio/repair-recording.js';
import type {Clock} from '../core/clock.js';
import {countText, lengthText} from '../core/figures.js';
import {sanitise} from '../core/sanitise.js';
import {
	canGoOn,
	findUnfinished,
	type UnfinishedRun,
	unfinishedRun,
} from '../storage/history/find-unfinished.js';
import {readJournal} from '../storage/journal/read-journal.js';
import {runFile, runsFolder} from '../storage/journal/run-file.js';
import {dataFolder, recordingsFolder} from '../storage/paths.js';
import {closeWhatIsOver} from './close-run.js';
import {localTime} from './local-time.js';
import type {OptionValues} from './options.js';
import {pruneOldRuns} from './prune-old-runs.js';

/**
What a start finds of earlier runs.
*/
export type EarlierRuns = {
	/**
	What was done and found, in sentences.
	*/
	readonly notes: readonly string[];

	/**
	The latest run that was broken off and can be gone on with.
	*/
	readonly unfinished?: UnfinishedRun;
};

/**
Looks after what earlier runs have left, as a run begins: mends recordings that were broken off, offers to go on with runs that
were, and removes what is older or more than the user wants to keep. Never throws: a run does not wait for that.
*/
export const lookAfterEarlierRuns = async (
	values: Pick<OptionValues, 'keep-days' | 'keep-megabytes'>,
	clock: Clock,
): Promise<EarlierRuns> => {
	try {
		const repaired = await repairRecordings(recordingsFolder());
		const folder = runsFolder(dataFolder());
		const unfinished = await findUnfinished(folder, Date.now());
		const {resumable, over} = await closeWhatIsOver(unfinished, folder, clock);
		const [latest, ...others] = resumable;
		const pruned = await pruneOldRuns(values);
		return {
			notes: [
				...repaired.map(
					({path, seconds}) =>
						`A recording that was broken off is whole again: ${path} (${lengthText(seconds)}).`,
				),
				...over.filter(({left}) => left.type === 'text').map(textLeft),
				...(latest ? [unfinishedText(latest, others.length)] : []),
				...(pruned === undefined ? [] : [pruned]),
			],
			...(latest && {unfinished: latest}),
		};
	} catch (error) {
		return {notes: [`Earlier runs could not be looked after: ${(error as Error).message}`]};
	}
};

/**
What is left of a run that was tried to go on with. Never throws.
*/
export const whatIsLeftOf = async (id: string): Promise<EarlierRuns> => {
	try {
		const folder = runsFolder(dataFolder());
		const run = await unfinishedRun(folder, await readJournal(runFile(folder, id)), Date.now());
		return run && canGoOn(run.left) ? {notes: [unfinishedText(run, 0)], unfinished: run} : {notes: []};
	} catch {
		return {notes: []}; // Its own journal is gone: trying it again would fail by that.
	}
};

const unfinishedText = (run: UnfinishedRun, otherCount: number): string => {
	const others = otherCount > 0 ? ` (${countText(otherCount, 'more run')} like it)` : '';
	return `${subject(run)}: duet resume ${run.id} goes on with it, duet show ${run.id} has its text${others}.`;
};

const textLeft = (run: UnfinishedRun): string => `${subject(run)}; duet show ${run.id} has its text.`;

const subject = ({header, audio}: UnfinishedRun): string =>
	`The run of ${localTime(header.startedAt)} on ${sanitise(audio.name)} was broken off`;

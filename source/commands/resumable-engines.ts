import type {PreparedRecording} from '../audio/prepare-recording.js';
import type {Clock} from '../core/clock.js';
import {ProblemError} from '../core/problem.js';
import {sanitise} from '../core/sanitise.js';
import {recogniserIds} from '../local/recognisers/recognisers.js';
import type {RunEngine} from '../storage/journal/journal-header.js';
import {type Engines, openEngines} from './engines.js';
import type {OptionValues} from './options.js';

/**
Opens the engines that a run was broken off on, as the options of today give them: a journal is a file, and no key is sent to
an address only because it stands there.

@param recording - What is to be submitted, for the local recogniser to be chosen by.
@throws {ProblemError} Where the options lead to another server, or to none.
*/
export const resumableEngines = async (
	{kind, title, recogniser, batchUrl}: RunEngine,
	{values, clock, stop}: {readonly values: OptionValues; readonly clock: Clock; readonly stop: AbortSignal},
	recording: PreparedRecording | undefined,
): Promise<Engines> => {
	if (kind === 'local') {
		// The same recogniser as then: the run names one for both modes.
		const same = recogniserIds.find(id => id === recogniser) ?? values.recogniser;
		const local = {
			...values,
			engine: 'local',
			recogniser: same,
			'batch-url': undefined,
			'rt-url': undefined,
		} as const;
		return openEngines(local, clock, recording && {recording, signal: stop});
	}

	const engines = await openEngines(values, clock);
	if (engines.batchUrl !== batchUrl) {
		await engines[Symbol.asyncDispose]();
		throw new ProblemError({
			kind: 'bad-input',
			message: `This run was on ${sanitise(title)}, and the options lead to ${engines.title}.`,
			nextStep: `Name the same server as then, with --engine cloud and --region, or with --batch-url ${sanitise(batchUrl)}.`,
		});
	}

	return engines;
};

import {describe, expect, it} from 'vitest';
import {startAppResume} from '../../source/commands/app-resume.js';
import {resolveOptions} from '../../source/commands/resolve-options.js';
import {findUnfinished, type UnfinishedRun} from '../../source/storage/history/find-unfinished.js';
import {runsFolder} from '../../source/storage/journal/run-file.js';
import {dataFolder} from '../../source/storage/paths.js';
import type {CurrentRunEvent} from '../../source/ui/current-run.js';
import {sampleFile} from '../helpers/duet.js';
import {orphan, plainRun, refuse, writeRun} from '../helpers/journals.js';
import {giveOwnDataFolder} from '../helpers/own-data-folder.js';

giveOwnDataFolder();

/**
The sample, kept and not submitted.
*/
const leaveSample = async (): Promise<UnfinishedRun> => {
	const folder = runsFolder(dataFolder());
	const about = {...plainRun, audio: {name: 'sample.wav', path: sampleFile}};
	orphan(folder, writeRun(folder, [], {isEnded: false, about}));
	const [unfinished] = await findUnfinished(folder, Date.now());
	return unfinished as UnfinishedRun;
};

const resume = (unfinished: UnfinishedRun) => {
	const events: CurrentRunEvent[] = [];
	const run = startAppResume({
		unfinished,
		values: {...resolveOptions([]).values, engine: 'local'},
		prices: [],
		clock: {nowMs: () => performance.now()},
		onEvent: event => events.push(event),
		onNote: message => refuse({message}),
	});
	return {run, events};
};

describe('going on with a run in the app', () => {
	it('is stopped, not broken, where the user leaves before it has begun', async () => {
		const unfinished = await leaveSample();
		const {run, events} = resume(unfinished);
		run.abort();
		expect(await run.ended).toBeUndefined();
		expect(events.at(-1)).toMatchObject({
			type: 'run-refused',
			problem: {kind: 'interrupted', nextStep: expect.stringContaining('duet resume')},
		});
		expect(await findUnfinished(runsFolder(dataFolder()), Date.now())).toMatchObject([{id: unfinished.id}]);
	});
});

import {expect, it, onTestFinished, vi} from 'vitest';
import type {RunEvent} from '../../source/core/run-state.js';
import {runsFolder} from '../../source/storage/journal/run-file.js';
import {dataFolder} from '../../source/storage/paths.js';
import {startApp} from '../helpers/app.js';
import {startBatchService} from '../helpers/batch-service.js';
import {orphan, plainRun, writeRun} from '../helpers/journals.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const submitted: readonly RunEvent[] = [
	{mode: 'batch', receivedMs: 0, event: {type: 'begun'}},
	{mode: 'batch', receivedMs: 1, event: {type: 'submitting', reference: 'duet-1'}},
];

it('a run that could not be gone on with in the app is offered again', async () => {
	await using data = await temporaryFolder();
	const outage = {isOver: false};
	await using service = await startBatchService({
		faultOf: (_number, call) => (call === 'list' && !outage.isOver ? '500' : undefined),
	});
	service.jobs.push({
		id: 'job1',
		reference: 'duet-1',
		createdMs: Date.now(),
		looksLeft: 0,
		listsLeft: 0,
		transcriptsLeft: 0,
	});
	const batchUrl = `${service.url}/v2`;
	vi.stubEnv('XDG_DATA_HOME', data.path);
	onTestFinished(() => {
		vi.unstubAllEnvs();
	});
	const folder = runsFolder(dataFolder());
	const id = writeRun(folder, submitted, {
		isEnded: false,
		about: {
			...plainRun,
			mode: 'batch',
			audio: {name: 'standup.mp3'},
			engine: {...plainRun.engine, kind: 'on-premises', batchUrl},
		},
	});
	orphan(folder, id);

	await using app = await startApp(
		['--batch-url', batchUrl],
		{columns: 120, rows: 40},
		{XDG_DATA_HOME: data.path},
	);
	await app.waitFor(/Press u to go on with it/);
	app.press('u');
	await app.waitFor(/failed/);
	outage.isOver = true;
	app.press('m');
	await app.waitFor(/Press u to go on with it/);
	app.press('u');
	await app.waitFor(/Hello there/);
	app.press('r');
	await app.waitFor(/Of this run there is no file here/);
	app.press('m');
	await app.waitUntil(frame => /Side by side/.test(frame) && !/Press u/.test(frame), 'the bare mode picker');
	expect(service.jobs).toHaveLength(1);
	app.press('q');
	await app.left();
});

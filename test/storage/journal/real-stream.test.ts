import {expect, it} from 'vitest';
import {initialRunState, type RunState, reduceRun} from '../../../source/core/run-state.js';
import {transcriptText} from '../../../source/core/transcript-text.js';
import {runAudio} from '../../../source/runs/side-by-side.js';
import {createBatchEngine} from '../../../source/speechmatics/batch-engine.js';
import {createRealTimeEngine} from '../../../source/speechmatics/real-time-engine.js';
import {beginJournal} from '../../../source/storage/journal/journal.js';
import {readJournal} from '../../../source/storage/journal/read-journal.js';
import {runFile} from '../../../source/storage/journal/run-file.js';
import {plainRun, refuse} from '../../helpers/journals.js';
import {sixWordWav, startTestServer} from '../../helpers/local-server.js';
import {tone} from '../../helpers/plain-wav.js';
import {plainState} from '../../helpers/run-events.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';
import {plainOptions} from '../../helpers/transcription-options.js';

const clock = {nowMs: () => performance.now()};

it('a run of both modes is rebuilt from its journal as it was, also from what is there halfway', async () => {
	await using folder = await temporaryFolder();
	const {server} = await startTestServer();
	using journal = beginJournal(plainRun, {folder: folder.path, clock, onProblem: refuse});
	const file = runFile(folder.path, journal.id);
	let run: RunState = initialRunState;
	let halfway: Promise<void> | undefined;

	const compareHalfway = async (shown: RunState) => {
		const {realTime} = (await readJournal(file)).run;
		expect([...realTime.finals].slice(0, shown.realTime.finals.length)).toEqual([...shown.realTime.finals]);
	};

	const bytes = new Uint8Array(tone(2.4).buffer);
	await runAudio(
		'side-by-side',
		{batch: createBatchEngine({...server, clock}), realTime: createRealTimeEngine({...server, clock})},
		{
			begun: Promise.resolve(true),
			source: {
				title: 'standup',
				pace: 1,
				async *chunks() {
					for (let index = 0; index < 24; index++) {
						yield {
							bytes: bytes.subarray(index * 3200, (index + 1) * 3200),
							startSeconds: index / 10,
							endSeconds: (index + 1) / 10,
							capturedMs: clock.nowMs(),
						};
					}
				},
			},
			whole: Promise.resolve({
				type: 'bytes',
				name: 'standup.wav',
				byteCount: sixWordWav.byteLength,
				async *open() {
					yield sixWordWav;
				},
			}),
			leave() {},
			onHold() {},
			end() {},
		},
		{
			options: plainOptions,
			clock,
			signal: new AbortController().signal,
			onEvent(event) {
				journal.append(event);
				run = reduceRun(run, event);
				if (event.event.type === 'final' && run.realTime.finals.length > 0) {
					halfway ??= compareHalfway(run);
				}
			},
		},
	);
	await halfway;
	journal.end();

	const stored = await readJournal(file);
	expect(transcriptText(stored.run.realTime.finals)).toBe('Ship it today. Um, not yet?');
	expect(plainState(stored.run)).toEqual(plainState(run));
	expect(stored).toMatchObject({damagedCount: 0, unknownCount: 0, isTorn: false});
	expect(halfway).toBeDefined();
});

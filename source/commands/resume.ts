import {countText} from '../core/figures.js';
import {findRun} from '../storage/history/find-run.js';
import {canGoOn, findUnfinished, whatIsLeft} from '../storage/history/find-unfinished.js';
import {listRunIds} from '../storage/history/list-runs.js';
import {livingOwner} from '../storage/journal/journal-owner.js';
import {readJournal} from '../storage/journal/read-journal.js';
import {runFile, runsFolder} from '../storage/journal/run-file.js';
import {dataFolder} from '../storage/paths.js';
import {batchStatus} from '../terminal/run-progress.js';
import {jobProblem} from './batch-texts.js';
import {closeWhatIsOver} from './close-run.js';
import type {Command, CommandContext} from './command.js';
import {exitCodeOf} from './exit-code.js';
import {observeRun} from './observe-run.js';
import {recogniserOptionNames} from './recogniser-options.js';
import {runJson, runText} from './run-text.js';
import {finishedRun} from './stored-run.js';
import {checkOutput, writeResult} from './write-result.js';

/**
Goes on with what a Duet that was killed has left: follows the batch job, or submits the recording, and shows the run as the
command that began it would have.
*/
export const resume: Command = {
	name: 'resume',
	inputs: '[id]',
	summary: 'goes on with a run that was broken off (default: the latest of them)',
	examples: ['duet resume', 'duet resume ab12cd'],
	options: ['engine', 'api-key', 'region', 'batch-url', 'rt-url', ...recogniserOptionNames, 'output', 'json'],
	inputCount: [0, 1],
	async run(context) {
		const {inputs, values, output, signals, prices} = context;
		await checkOutput(values.output, []);
		const folder = runsFolder(dataFolder());
		const id = inputs[0] === undefined ? await latest(context) : findRun(await listRunIds(folder), inputs[0]);
		if (id === undefined) {
			return 0;
		}

		const file = runFile(folder, id);
		const journal = await readJournal(file);
		const isRunning = !journal.ended && (await livingOwner(file, journal.owners, Date.now())) !== undefined;
		if (isRunning || !canGoOn(await whatIsLeft(journal))) {
			output.note(
				isRunning ? 'This run still goes on.' : `${nothingMore} duet show ${id} has what there is.`,
			);
			return 0;
		}

		const observed = observeRun(output, '', journal.run);
		const {resumeRun} = await import('./resume-run.js');
		const resumed = await resumeRun(journal, {
			values,
			clock: context.clock,
			stop: signals.stop,
			onNote: output.note,
			onReady({engines, clock}) {
				output.live(() => ({
					text: '',
					status: [`Batch  ${batchStatus(observed.state().batch, clock.nowMs())} · ${engines.title}`],
				}));
			},
			onEvent: observed.onEvent,
		});
		output.endLive();
		const finished = finishedRun(resumed, prices);
		await writeResult(
			output,
			values.json ? runJson(finished) : runText(finished, resumed.header.mode, output.columns),
			values.output,
		);
		const problem = jobProblem(finished.engines, finished.comparison.run.batch, '');
		if (problem) {
			output.problem(problem);
		}

		return signals.exitCode() ?? (problem ? exitCodeOf(problem) : 0);
	},
};

const nothingMore = 'There is nothing to go on with in this run.';

/**
The latest run that there is something to go on with in. Those in which there is nothing come to their end here, so that they are
not found again.
*/
const latest = async ({clock, output}: CommandContext): Promise<string | undefined> => {
	const folder = runsFolder(dataFolder());
	const unfinished = await findUnfinished(folder, Date.now());
	const {resumable, over} = await closeWhatIsOver(unfinished, folder, clock);
	const [first, ...others] = resumable;
	for (const {id} of over) {
		output.note(`${nothingMore.replace('this run', id)} duet show ${id} has what there is.`);
	}

	if (!first && unfinished.length === 0) {
		output.note('There is nothing to resume: every run came to its end.');
	}

	if (others.length > 0) {
		const ids = others.map(({id}) => id).join(', ');
		output.note(`${countText(others.length, 'more run')} can be resumed: ${ids}.`);
	}

	return first?.id;
};

import path from 'node:path';
import {setFlagsFromString} from 'node:v8';
import type {BatchState} from '../core/batch-state.js';
import {countText} from '../core/figures.js';
import type {Format} from '../core/format.js';
import {toProblem} from '../core/problem.js';
import {sanitise} from '../core/sanitise.js';
import {runBatch} from '../runs/side-by-side.js';
import type {Output} from '../terminal/output.js';
import {batchStatus} from '../terminal/run-progress.js';
import {openInput, uniqueNames} from './batch-inputs.js';
import {doneText, engineTitle, headed, jobProblem} from './batch-texts.js';
import {billedLengthSeconds} from './billed-length.js';
import {chooseFormat} from './choose-format.js';
import type {Command} from './command.js';
import {lookAfterEarlierRuns} from './earlier-runs.js';
import {openEngines} from './engines.js';
import {exitCodeOf, gravestExitCode} from './exit-code.js';
import {inOrder} from './in-order.js';
import {endJournal, journalRun} from './journal-run.js';
import {observeRun} from './observe-run.js';
import {transcriptionOptionNames} from './options.js';
import {transcriptionOptions} from './transcription.js';
import {checkOutput, filesRead, writeResult} from './write-result.js';

/**
Batch transcription of files as they are, or of addresses that the service fetches. Transcripts in the order given.
*/
export const batch: Command = {
	name: 'batch',
	inputs: '<file|url>…',
	summary: 'batch transcription; transcripts on stdout, progress on stderr',
	examples: [
		'duet batch meeting.mp3',
		'duet batch meeting.wav --format srt --output meeting.srt',
		'duet batch *.m4a --jobs 8 --output transcripts/',
	],
	options: [...transcriptionOptionNames, 'jobs', 'format', 'output'],
	inputCount: [1, Number.POSITIVE_INFINITY],
	async run({inputs, values, settings, output, signals, clock}) {
		keepMemorySmall();
		const options = await transcriptionOptions(values);
		const recordings = await Promise.all(inputs.map(openInput)); // All of them, before any is paid for.
		const isMany = recordings.length > 1;
		const format = chooseFormat({values, settings});
		const named = uniqueNames(recordings).map(name => ({
			name,
			file: resultFile(values.output, name, format, isMany),
		}));
		for (const {file} of named) {
			await checkOutput(file, [...inputs, ...filesRead(values)]);
		}

		await using engines = await openEngines(values, clock);
		const earlier = await lookAfterEarlierRuns(values, clock);
		for (const note of [...earlier.notes, ...engines.notes]) {
			output.note(note);
		}

		const runs = named.map(({name}) => ({
			name,
			observed: observeRun(output, isMany ? `${sanitise(name)}: ` : ''),
		}));
		const states = () => runs.map(({name, observed}) => ({name, state: observed.state().batch}));
		output.live(() => ({text: '', status: statusLines(states(), clock.nowMs())}));

		const settle = async (index: number): Promise<number> => {
			const {name, state} = states()[index] as ReturnType<typeof states>[number];
			if (state.transcriptMs !== undefined) {
				const text = format.render({
					title: name,
					mode: 'batch',
					language: options.language,
					engine: engineTitle(engines, state),
					words: state.words,
					wordDelimiter: state.wordDelimiter,
					document: state.document,
				});
				const {file} = named[index] as (typeof named)[number];
				const exitCode = await tryWriting(
					output,
					isMany && file === undefined ? headed(name, text) : text,
					file,
				);
				output.note(doneText(name, state));
				return exitCode;
			}

			const kind = state.problem?.kind;
			const isAboutFile = isMany || kind === 'bad-input' || kind === 'rejected';
			const problem = jobProblem(engines, state, isAboutFile ? `${inputs[index]}: ` : '');
			if (!problem) {
				return signals.exitCode() ?? 1;
			}

			output.problem(problem);
			return exitCodeOf(problem);
		};

		const exitCodes = await inOrder(
			recordings,
			values.jobs,
			async (recording, index) => {
				if (signals.stop.aborted) {
					return; // It never began, so there is nothing to keep.
				}

				const {name, observed} = runs[index] as (typeof runs)[number];
				using journal = journalRun(
					{
						mode: 'batch',
						name,
						file: recording.type === 'bytes' ? inputs[index] : undefined,
						isLive: false,
						engines,
						options,
						pace: 1,
					},
					{clock, onProblem: ({message, nextStep}) => output.note(`${message} ${nextStep}`)},
				);
				await runBatch(engines.batch, recording, {
					options,
					clock,
					signal: signals.stop,
					onEvent(event) {
						journal.append(event);
						observed.onEvent(event);
					},
				});
				const {batch: state} = observed.state();
				const seconds = billedLengthSeconds(state.document);
				if (seconds !== undefined) {
					journal.describeAudio({seconds});
				}

				endJournal(journal, engines, observed.state());
			},
			settle,
		);
		return signals.exitCode() ?? gravestExitCode(exitCodes);
	},
};

/**
The HTTP parser of Node.js is WebAssembly, and optimising it takes 20 MB, a fifth of what an upload needs in all. It
has little to parse here, so it is never found hot enough.
*/
const keepMemorySmall = (): void => {
	setFlagsFromString('--wasm-tiering-budget=1000000000');
};

/**
One file that cannot be written must not cost the transcripts after it.
*/
const tryWriting = async (output: Output, text: string, file: string | undefined): Promise<number> => {
	try {
		await writeResult(output, text, file);
		return 0;
	} catch (error) {
		const problem = toProblem(error);
		output.problem(problem);
		return exitCodeOf(problem);
	}
};

const statusLines = (
	states: ReadonlyArray<{readonly name: string; readonly state: BatchState}>,
	nowMs: number,
): readonly string[] => {
	const active = states.filter(({state}) => !['waiting', 'done', 'failed'].includes(state.phase));
	const waitingCount = states.filter(({state}) => state.phase === 'waiting').length;
	return [
		...active.map(({name, state}) => `${name}  ${batchStatus(state, nowMs)}`),
		...(waitingCount > 0 ? [`${countText(waitingCount, 'file')} waiting`] : []),
	];
};

const resultFile = (
	output: string | undefined,
	name: string,
	format: Format,
	isMany: boolean,
): string | undefined => {
	const isFolder = output !== undefined && (isMany || output.endsWith(path.sep));
	return isFolder ? path.join(output, `${name}.${format.extension}`) : output;
};

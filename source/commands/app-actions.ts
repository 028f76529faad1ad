import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {completeAudioPath, describeAudio, findNearbyAudio} from '../audio/find-audio.js';
import {toProblem} from '../core/problem.js';
import {initialRunState} from '../core/run-state.js';
import type {Store} from '../core/store.js';
import type {UnfinishedRun} from '../storage/history/find-unfinished.js';
import {dataFolder} from '../storage/paths.js';
import {addRecentAudio, readRecentAudio} from '../storage/recent-audio.js';
import type {Actions, RunRequest} from '../ui/actions.js';
import type {AppEvent, AppState} from '../ui/app-state.js';
import {audioChoice} from './app-audio.js';
import {exportFile} from './app-files.js';
import type {AppRun} from './app-run.js';
import {createSettingsKeeper} from './app-settings.js';
import type {CommandContext} from './command.js';
import {endNotes} from './live-audio-notes.js';
import {offerEarlierRun} from './offer-earlier-run.js';

/**
What the app asks for, done; and the end of it.
*/
export type AppActions = {
	readonly actions: Actions;

	/**
	Looks after what earlier runs have left; the first frame does not wait for that.
	*/
	readonly lookAfterEarlierRuns: () => Promise<void>;

	/**
	Ends what goes on, keeps the text, and says what is worth saying on the normal screen.
	*/
	readonly close: () => Promise<{readonly notes: readonly string[]; readonly isInterrupted: boolean}>;
};

/**
How long a run has for leaving in order: closing its socket, removing its temporary files.
*/
const leaveMs = 1500;

/**
@param leave - Closes the app.
*/
export const createAppActions = (
	context: CommandContext,
	store: Store<AppState, AppEvent>,
	leave: () => void,
): AppActions => {
	const {clock} = context;
	const {dispatch, getState} = store;
	const folder = process.cwd();
	const data = dataFolder();
	const settings = createSettingsKeeper(context);
	const notes: string[] = [];
	let latest: AppRun | undefined;
	let kept: Promise<void> = Promise.resolve();
	const earlierRun = offerEarlierRun(clock, event => dispatch({type: 'modes', event}));
	const notice = (text: string) => {
		dispatch({type: 'noticed', text});
	};

	const keep = async (run: AppRun): Promise<void> => {
		const ended = await run.ended;
		if (ended) {
			const {comparison, live} = ended.finished;
			const {batch, realTime} = comparison.run;
			const hasText = batch.words.length > 0 || realTime.finals.length > 0;
			notes.push(
				...(hasText && ended.id !== undefined ? [`Kept: duet show ${ended.id}`] : []),
				...(live ? endNotes(live) : []),
			);
		}
	};

	/**
	One after the other, so that no run is begun beside one that is just beginning.
	*/
	let beginning: Promise<void> = Promise.resolve();
	const begin = (start: () => Promise<AppRun>): void => {
		beginning = beginning.then(async () => {
			latest?.abort();
			await latest?.ended;
			latest = await start();
			kept = Promise.all([kept, keep(latest)]).then(() => {});
		});
	};

	const start = async (request: RunRequest): Promise<AppRun> => {
		const {startAppRun} = await import('./app-run.js');
		const {values, prices} = settings.current();
		const choice = audioChoice(request.audio, folder, values);
		const run = startAppRun({
			request,
			choice,
			values,
			prices,
			clock,
			onEvent: dispatch,
			onNote: notice,
		});
		if (request.audio.type === 'file' && choice.type === 'file') {
			void run.ended.then(ended => ended && addRecentAudio(data, choice.path));
		}

		return run;
	};

	const resume = async (left: UnfinishedRun): Promise<AppRun> => {
		const {startAppResume} = await import('./app-resume.js');
		const {values, prices} = settings.current();
		const run = startAppResume({unfinished: left, values, prices, clock, onEvent: dispatch, onNote: notice});
		void run.ended.then(() => earlierRun.renew(left));
		return run;
	};

	const reopen = async (device: string | undefined): Promise<void> => {
		const problem = await latest?.reopenInput(device);
		if (problem) {
			notice(`${problem.message} ${problem.nextStep}`);
		}
	};

	return {
		actions: {
			startRun(request) {
				begin(() => start(request));
			},
			resumeRun() {
				const left = earlierRun.take();
				if (left) {
					begin(() => resume(left));
				}
			},
			stopRun() {
				latest?.stop();
				dispatch({type: 'run-stopping'});
			},
			togglePause() {
				latest?.togglePause();
			},
			reopenInput(device) {
				void reopen(device);
			},
			async listInputs() {
				const {listInputs} = await import('./list-inputs.js');
				return listInputs();
			},
			exportTranscript(mode, formatId) {
				const {current} = getState();
				if (current) {
					exportFile(folder, current, mode, formatId).then(
						name => notice(`Written: ${name}`),
						(error: unknown) => notice(toProblem(error).message),
					);
				}
			},
			saveSettings: settings.save,
			completePath: async typed => ({typed, ...(await completeAudioPath(typed, folder))}),
			async findAudio() {
				const [recent, nearby] = await Promise.all([readRecentAudio(data), findNearbyAudio(folder)]);
				return {recent: await describeAudio(recent, folder), nearby};
			},
			quit: leave,
		},
		lookAfterEarlierRuns: () => earlierRun.make(context.values),
		async close() {
			const isInterrupted = isRunning(getState());
			latest?.abort();
			await Promise.race([kept, sleep(leaveMs)]);
			return {notes: [...failures(getState()), ...notes], isInterrupted};
		},
	};
};

/**
Why the latest run failed, if it did by itself.
*/
const failures = ({current}: AppState): readonly string[] => {
	const {batch, realTime} = current?.run ?? initialRunState;
	const problems = {'': current?.problem, 'batch: ': batch.problem, 'real-time: ': realTime.problem};
	return Object.entries(problems).flatMap(([subject, problem]) =>
		problem === undefined || problem.kind === 'interrupted'
			? []
			: [`${subject}${problem.message} ${problem.nextStep}`],
	);
};

const isRunning = ({current}: AppState): boolean =>
	current?.phase === 'running' || current?.phase === 'stopping';

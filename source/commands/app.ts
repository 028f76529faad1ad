import process from 'node:process';
import {findAudioFile} from '../audio/audio-file.js';
import type {Problem} from '../core/problem.js';
import {toProblem} from '../core/problem.js';
import {sanitise} from '../core/sanitise.js';
import type {Store} from '../core/store.js';
import {formats} from '../formats/formats.js';
import {recogniserIds} from '../local/recognisers/recognisers.js';
import {captureConsole, captureStderr} from '../terminal/console-capture.js';
import {terminalFacts} from '../terminal/terminal-facts.js';
import {terminalLook} from '../terminal/terminal-look.js';
import type {AppEvent, AppState} from '../ui/app-state.js';
import {createAppActions} from './app-actions.js';
import {settingIds, settingsOf} from './app-settings.js';
import {recordedOrLiveAudio} from './choose-audio.js';
import type {Command, CommandContext} from './command.js';
import {compare} from './compare.js';
import {exitCodeOf} from './exit-code.js';
import {createFrameStore} from './frame-store.js';
import {fullScreenObstacle} from './full-screen.js';
import type {OptionName} from './options.js';
import {untilAborted} from './until-aborted.js';

/**
The full-screen app, where there is a terminal to fill; else both modes at once, printed plainly.
*/
export const app: Command = {
	...compare,
	name: '',
	summary: 'the full-screen app; with a file, straight to both modes on it (without a terminal: compare)',
	examples: ['duet', 'duet meeting.mp3', 'duet --live'],
	async run(context) {
		const {values} = context;
		const isFullScreen =
			fullScreenObstacle(terminalFacts(), values.linear) === undefined &&
			!values.json &&
			values.output === undefined;
		return isFullScreen ? runApp(context) : compare.run(context);
	},
};

const runApp = async (context: CommandContext): Promise<number> => {
	const {inputs, values, output, signals} = context;
	const [file] = inputs;
	recordedOrLiveAudio(file, values, ''); // Both are one too many.
	if (file !== undefined) {
		await findAudioFile(file); // A wrong path is said on the normal screen, where the user can mend it.
	}

	process.stdin.setRawMode(true); // What is typed before the first frame is kept for it, and not echoed.
	const store = await createStore(context);
	const heard: string[] = [];
	const hear = (text: string) => {
		heard.push(text);
		store.dispatch({type: 'noticed', text});
	};
	const releases = [captureConsole(hear), captureStderr(hear)];
	const leaving = Promise.withResolvers<Problem | undefined>();
	const {actions, lookAfterEarlierRuns, close} = createAppActions(context, store, () =>
		leaving.resolve(undefined),
	);
	const {openApp} = await import('../ui/open-app.js');
	const opened = openApp(store, actions);
	setTimeout(lookAfterEarlierRuns, firstFrameMs);
	const onCrash = (error: unknown) => leaving.resolve(toProblem(error));
	process.on('uncaughtException', onCrash);
	process.on('unhandledRejection', onCrash);
	void untilAborted(signals.stop).then(() => leaving.resolve(undefined));
	opened.closed.then(() => leaving.resolve(undefined), onCrash);
	if (file !== undefined) {
		actions.startRun({mode: 'side-by-side', audio: {type: 'file', path: file}});
	} else if (values.live) {
		actions.startRun({mode: 'side-by-side', audio: {type: 'microphone'}});
	}

	const problem = await leaving.promise;
	opened.close();
	process.stdin.setRawMode(false);
	for (const release of releases) {
		release();
	}

	const {notes, isInterrupted} = await close();
	for (const note of [...heard.slice(-mostHeard), ...notes]) {
		output.note(note.trimEnd());
	}

	process.off('uncaughtException', onCrash);
	process.off('unhandledRejection', onCrash);
	if (problem) {
		output.problem(problem);
		return exitCodeOf(problem);
	}

	return signals.exitCode() ?? (isInterrupted ? exitCodeOf({kind: 'interrupted'}) : 0);
};

/**
What can wait does so until the first frame is there.
*/
const firstFrameMs = 100;

/**
Of what libraries wrote while the app was open, so much is repeated on the normal screen.
*/
const mostHeard = 10;

const createStore = async ({values, clock, settings}: CommandContext): Promise<Store<AppState, AppEvent>> => {
	const [{initialAppState, reduceApp}, {createTheme}, {initialSettingsState}] = await Promise.all([
		import('../ui/app-state.js'),
		import('../ui/theme.js'),
		import('../ui/screens/settings-state.js'),
	]);
	const key = values['api-key'];
	const origins = Object.entries(settings.origins).flatMap(([name, origin]) => {
		const id = settingIds[name as OptionName];
		return id === undefined || origin === 'default' || origin === 'settings file' ? [] : [[id, origin]];
	});
	const initialState = initialAppState({
		theme: createTheme(terminalLook(values.color)),
		formats: formats.map(({id, title}) => ({id, title})),
		size: {columns: process.stdout.columns, rows: process.stdout.rows},
		settings: initialSettingsState(settingsOf(values, settings.ownPrices), {
			file: settings.file,
			recognisers: recogniserIds,
			prices: settings.bundledPrices,
			keyEnding: key?.slice(-4),
			origins: Object.fromEntries(origins) as Record<string, string>,
		}),
		device: values.device === undefined ? undefined : sanitise(values.device),
		note:
			key === undefined
				? 'No API key is set: the local engine is used. Set SPEECHMATICS_API_KEY for the cloud.'
				: undefined,
	});
	return createFrameStore(reduceApp, initialState, patienceMs, clock);
};

/**
How long what changes many times a second can wait for its drawing: it shows with the next one, or a few times a second. A
level meter is looked at while one speaks, and comes as often as it is read.
*/
const patienceMs = (event: AppEvent): number => {
	switch (event.type) {
		case 'run-ticked': {
			return 100;
		}

		case 'run-event': {
			return oftenToldEvents.has(event.event.event.type) ? 200 : 0;
		}

		default: {
			return 0;
		}
	}
};

const oftenToldEvents: ReadonlySet<string> = new Set([
	'audio-sent',
	'audio-acknowledged',
	'audio-kept',
	'audio-dropped',
	'uploading',
]);

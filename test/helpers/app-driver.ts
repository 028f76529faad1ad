import type {LiveInputState} from '../../source/core/live-input.js';
import type {Actions, InputListing, RunRequest} from '../../source/ui/actions.js';
import {type AppEvent, initialAppState, reduceApp} from '../../source/ui/app-state.js';
import {hintLines} from '../../source/ui/hints.js';
import {pressKeys} from '../../source/ui/press-keys.js';
import type {RunSubject} from '../../source/ui/run-subject.js';
import {initialSettingsState} from '../../source/ui/screens/settings-state.js';
import {createTheme} from '../../source/ui/theme.js';
import {noInputs} from './inputs.js';
import {plainOptions} from './transcription-options.js';

/**
A file of ten seconds, as it is known once a run has begun.
*/
const subject: RunSubject = {
	name: 'meeting.wav',
	isLive: false,
	whole: {seconds: 10, fileBytes: 320_044, fileFormat: 'WAV', sha256: 'abc'},
	engineTitle: 'local (replay)',
	options: plainOptions,
	prices: [],
	pace: 1,
};

/**
The app without a terminal: keys and events in, the state and what was asked for out.

@param inputs - The microphones there are.
*/
export const driveApp = (size = {columns: 120, rows: 40}, inputs: InputListing = noInputs) => {
	let state = initialAppState({
		theme: createTheme({hasColour: true, hasUnicode: true}),
		formats: [
			{id: 'txt', title: 'plain text'},
			{id: 'srt', title: 'captions'},
		],
		size,
		settings: initialSettingsState(
			{
				engine: 'auto',
				recogniser: 'auto',
				region: 'eu',
				language: 'en',
				model: 'enhanced',
				maxDelaySeconds: 2,
				diarization: 'speaker',
				ownPrices: [],
			},
			{file: 'settings.json', recognisers: [], prices: [], keyEnding: undefined, origins: {}},
		),
		device: undefined,
		note: undefined,
	});
	const asked: string[] = [];
	const dispatch = (event: AppEvent) => {
		state = reduceApp(state, event);
	};
	const actions: Actions = {
		startRun: ({mode, audio}: RunRequest) =>
			void asked.push(`run ${mode}${audio.type === 'file' ? ` on ${audio.path}` : ''}`),
		resumeRun: () => void asked.push('resume'),
		stopRun: () => void asked.push('stop'),
		togglePause: () => void asked.push('pause'),
		reopenInput: device => void asked.push(`reopen ${device}`),
		listInputs: async () => inputs,
		exportTranscript: (mode, format) => void asked.push(`export ${mode} ${format}`),
		saveSettings: async () => undefined,
		completePath: async typed => ({typed, completed: typed, candidates: []}),
		findAudio: async () => ({recent: [], nearby: []}),
		quit: () => void asked.push('quit'),
	};
	const context = () => ({state, dispatch, actions});
	const tick = (input: Partial<LiveInputState>) => {
		dispatch({
			type: 'run-ticked',
			nowMs: 100,
			loudness: {levels: [0.5], peakDb: -12.3, rmsDb: -24},
			isPaused: input.phase === 'paused',
			input: {
				title: 'Desk',
				backend: 'naudiodon',
				phase: 'on',
				heardSeconds: 3,
				recordedSeconds: 3,
				...input,
			},
		});
	};
	return {
		asked,
		dispatch,
		state: () => state,
		press(...names: readonly string[]) {
			pressKeys(names, context);
		},
		hints: () =>
			hintLines(context())
				.map(line => line.map(({text}) => text).join(''))
				.join('\n'),

		/**
		A run that has begun.
		*/
		run(mode: RunRequest['mode'] = 'side-by-side') {
			dispatch({type: 'run-requested', request: {mode, audio: {type: 'sample'}}});
			dispatch({type: 'run-prepared', subject});
		},

		/**
		A run on a microphone that has begun, as it is shown.
		*/
		speak(input: Partial<LiveInputState> = {}, mode: RunRequest['mode'] = 'side-by-side') {
			const {whole, ...live} = subject;
			dispatch({type: 'run-requested', request: {mode, audio: {type: 'microphone'}}});
			dispatch({type: 'run-prepared', subject: {...live, name: 'Desk', isLive: true}});
			tick(input);
		},

		/**
		The same run, with its microphone as it is now.
		*/
		speakOn: tick,
	};
};

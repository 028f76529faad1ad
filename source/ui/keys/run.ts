import type {Mode} from '../../core/mode.js';
import type {AppContext, KeyGroup} from '../app-context.js';
import {type AppState, frontScreen} from '../app-state.js';
import {hasWords, isGoingOn, requestAgain} from '../run-facts.js';
import {lookForInputs} from '../screens/audio-state.js';
import {paneNames} from '../split-state.js';
import {
	againReason,
	differencesReason,
	inputReason,
	openAgainReason,
	pauseReason,
	stopReason,
} from './run-reasons.js';

/**
Whether a run is in front and its panes are on the screen.
*/
export const showsPanes = (state: AppState): boolean =>
	frontScreen(state) === 'run' && state.current?.subject !== undefined && state.current.phase !== 'refused';

const needsPanes = ({state}: AppContext): string | undefined =>
	showsPanes(state) ? undefined : 'There is nothing to show yet.';

const focusNext = ({state: {current, split}, dispatch}: AppContext, by: 1 | -1): void => {
	const names = paneNames(current?.request.mode ?? 'side-by-side', split);
	const pane = names[(names.indexOf(split.focus) + by + names.length) % names.length];
	if (pane) {
		dispatch({type: 'split', event: {type: 'focused', pane}});
	}
};

/**
The transcript in focus, or else the one there is; nothing where there is none yet.
*/
const exportMode = ({current, split}: AppState): Mode | undefined => {
	const there = (['real-time', 'batch'] as const).filter(mode => hasWords(current, mode));
	return there.find(mode => mode === split.focus) ?? there[0];
};

/**
The keys of a run, whichever pane has the focus.
*/
export const runKeys: KeyGroup = {
	title: 'Side by side, batch, real-time',
	holds: state => frontScreen(state) === 'run' && state.split.dialog === undefined,
	bindings: [
		{
			keys: ['o'],
			label: 'open again',
			help: 'open a lost microphone again; the run goes on',
			isImportant: true,
			disabledReason: ({state: {current}}) => openAgainReason(current),
			run({actions}) {
				actions.reopenInput();
			},
		},
		{
			keys: ['space'],
			label: ({state: {current}}) => (current?.isPaused ? 'go on' : 'pause'),
			help: 'hold the audio, and go on: what is said meanwhile is neither sent, billed nor recorded',
			disabledReason: ({state: {current}}) => pauseReason(current),
			run({actions}) {
				actions.togglePause();
			},
		},
		{
			keys: ['s'],
			label: 'stop',
			help: 'end the speech or the stream and keep the text; a recording goes to batch, a batch job goes on',
			isImportant: true,
			disabledReason: ({state: {current}}) => stopReason(current),
			run({actions}) {
				actions.stopRun();
			},
		},
		{
			keys: ['i'],
			label: 'input',
			help: 'choose another microphone while the run goes on',
			disabledReason: ({state: {current}}) => inputReason(current),
			run({dispatch, actions}) {
				dispatch({type: 'split', event: {type: 'inputs-opened'}});
				void lookForInputs(actions, event => dispatch({type: 'audio', event}));
			},
		},
		{
			keys: ['tab', 'right', 'l'],
			label: 'pane',
			help: 'next pane',
			isImportant: true,
			disabledReason: needsPanes,
			run: context => focusNext(context, 1),
		},
		{
			keys: ['shift+tab', 'left', 'h'],
			label: 'pane before',
			help: 'pane before',
			isHidden: true,
			disabledReason: needsPanes,
			run: context => focusNext(context, -1),
		},
		{
			keys: ['z'],
			label: 'zoom',
			help: 'the pane in focus alone, and back',
			disabledReason: needsPanes,
			run({dispatch}) {
				dispatch({type: 'split', event: {type: 'zoom-toggled'}});
			},
		},
		{
			keys: ['d'],
			label: 'differences',
			help: 'where the two transcripts have other words, and back',
			disabledReason: ({state}) => (state.split.showsDifferences ? undefined : differencesReason(state)),
			run({dispatch}) {
				dispatch({type: 'split', event: {type: 'differences-toggled'}});
			},
		},
		{
			keys: ['e'],
			label: 'export',
			help: 'write a transcript to a file: text, subtitles, JSON, Markdown or a page',
			disabledReason: ({state}) => (exportMode(state) ? undefined : 'There is no text yet to export.'),
			run({state, dispatch}) {
				const mode = exportMode(state);
				if (mode) {
					dispatch({type: 'split', event: {type: 'export-opened', mode}});
				}
			},
		},
		{
			keys: ['r'],
			label: ({state: {current}}) =>
				current && requestAgain(current).audio.type === 'microphone' ? 'listen anew' : 'again',
			help: 'run the same audio again, with the settings as they are now: of a microphone its recording; where none is kept it listens anew',
			disabledReason: ({state: {current}}) => againReason(current),
			run({state: {current}, actions}) {
				if (current) {
					actions.startRun(requestAgain(current));
				}
			},
		},
		{
			keys: ['m'],
			label: 'modes',
			help: 'the mode picker; a run goes on behind it',
			run({dispatch}) {
				dispatch({type: 'screen-opened', screen: 'modes'});
			},
		},
		{
			keys: ['esc'],
			label: 'back',
			help: 'leave the differences, then the zoom, then the run once it is done',
			isHidden: true,
			disabledReason: ({state: {current, split}}) =>
				isGoingOn(current) && !split.showsDifferences && !split.isZoomed
					? 'The run goes on: s stops it, m opens the modes meanwhile.'
					: undefined,
			run({state: {split}, dispatch}) {
				if (split.showsDifferences) {
					dispatch({type: 'split', event: {type: 'differences-toggled'}});
				} else if (split.isZoomed) {
					dispatch({type: 'split', event: {type: 'zoom-toggled'}});
				} else {
					dispatch({type: 'went-back'});
				}
			},
		},
	],
};

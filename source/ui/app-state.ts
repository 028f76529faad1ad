import type {RunMode} from '../core/mode.js';
import {type CurrentRun, type CurrentRunEvent, reduceCurrentRun} from './current-run.js';
import {lastingNotice, type Notice, type NoticeEvent, reduceNotice} from './notice.js';
import {withTexts} from './run-texts.js';
import type {ScreenName} from './screen.js';
import {onTop, type ScreenStack, withoutScreen, withoutTop} from './screen-stack.js';
import {
	type AdviceEvent,
	type AdviceState,
	initialAdviceState,
	reduceAdvice,
} from './screens/advice-state.js';
import {type AudioEvent, type AudioState, initialAudioState, reduceAudio} from './screens/audio-state.js';
import {type HelpEvent, type HelpState, initialHelpState, reduceHelp} from './screens/help-state.js';
import {initialModesState, type ModesEvent, type ModesState, reduceModes} from './screens/modes-state.js';
import {reduceSettings, type SettingsEvent, type SettingsState} from './screens/settings-state.js';
import {initialSplitState, reduceSplit, type SplitEvent, type SplitState} from './split-state.js';
import {noTexts, type Texts} from './texts.js';
import type {Theme} from './theme.js';

/**
All that the app shows. One pure reducer folds it; the parts of the screens are folded by reducers of their own.
*/
export type AppState = {
	readonly theme: Theme;

	/**
	What a transcript can be exported as.
	*/
	readonly formats: ReadonlyArray<{readonly id: string; readonly title: string}>;
	readonly size: TerminalSize;

	/**
	The open screens; the last one is in front. Never empty.
	*/
	readonly screens: ScreenStack;

	/**
	For the next run, as picked.
	*/
	readonly runMode: RunMode;
	readonly current: CurrentRun | undefined;
	readonly split: SplitState;
	readonly texts: Texts;

	/**
	The screens' own.
	*/
	readonly modes: ModesState;
	readonly audio: AudioState;
	readonly advice: AdviceState;
	readonly settings: SettingsState;
	readonly help: HelpState;
	readonly notice: Notice | undefined;
};

/**
In cells.
*/
export type TerminalSize = {readonly columns: number; readonly rows: number};

/**
A screen's own events come wrapped, such as `{type: 'audio', event}`; `dispatch` of its context does that.
*/
export type AppEvent =
	| CurrentRunEvent
	| NoticeEvent
	| {readonly type: 'split'; readonly event: SplitEvent}
	| {readonly type: 'modes'; readonly event: ModesEvent}
	| {readonly type: 'audio'; readonly event: AudioEvent}
	| {readonly type: 'advice'; readonly event: AdviceEvent}
	| {readonly type: 'settings'; readonly event: SettingsEvent}
	| {readonly type: 'help'; readonly event: HelpEvent}
	| {readonly type: 'resized'; readonly size: TerminalSize}
	| {readonly type: 'screen-opened'; readonly screen: ScreenName}
	| {readonly type: 'went-back'}
	| {readonly type: 'mode-picked'; readonly mode: RunMode};

/**
What is known before the first frame.
*/
export type AppSetup = Pick<AppState, 'theme' | 'formats' | 'size' | 'settings'> & {
	readonly device: AudioState['device'];

	/**
	What the first screen says under the modes.
	*/
	readonly note: string | undefined;
};

/**
The app as it opens: at the mode picker.
*/
export const initialAppState = ({note, device, ...setup}: AppSetup): AppState => ({
	...setup,
	screens: ['modes'],
	runMode: 'side-by-side',
	current: undefined,
	split: initialSplitState('side-by-side'),
	texts: noTexts,
	modes: {...initialModesState, note},
	audio: {...initialAudioState, device},
	advice: initialAdviceState,
	help: initialHelpState,
	notice: undefined,
});

/**
Folds one event into the state. The same state comes back where nothing changed.
*/
export const reduceApp = (state: AppState, event: AppEvent): AppState => {
	const next = reduceParts(state, event);
	return withTexts(withNotice(next, lastingNotice(next.notice, state.current, next.current)));
};

const withNotice = (state: AppState, notice: AppState['notice']): AppState =>
	state.notice === notice ? state : {...state, notice};

const reduceParts = (state: AppState, event: AppEvent): AppState => {
	switch (event.type) {
		case 'resized': {
			return {...state, size: event.size};
		}

		case 'screen-opened': {
			return {...state, screens: onTop(state.screens, event.screen)};
		}

		case 'went-back': {
			return withoutFront(state);
		}

		case 'mode-picked': {
			return {...state, runMode: event.mode, screens: onTop(state.screens, 'audio')};
		}

		case 'noticed':
		case 'notice-faded':
		case 'key-pressed': {
			return withNotice(state, reduceNotice(state.notice, event));
		}

		case 'split': {
			return {...state, split: reduceSplit(state.split, event.event)};
		}

		case 'run-requested': {
			return {
				...state,
				current: reduceCurrentRun(state.current, event),
				split: initialSplitState(event.request.mode),
				texts: noTexts,
				screens: onTop(state.screens, 'run'),
			};
		}

		case 'run-refused': {
			// The chooser stays open for another file, and says what was wrong with this one.
			const screens = state.screens.includes('audio') ? withoutScreen(state.screens, 'run') : state.screens;
			return {...state, screens, current: reduceCurrentRun(state.current, event)};
		}

		case 'modes': {
			return {...state, modes: reduceModes(state.modes, event.event)};
		}

		case 'audio': {
			return {...state, audio: reduceAudio(state.audio, event.event)};
		}

		case 'advice': {
			return {...state, advice: reduceAdvice(state.advice, event.event)};
		}

		case 'help': {
			return {...state, help: reduceHelp(state.help, event.event)};
		}

		case 'settings': {
			return {...state, settings: reduceSettings(state.settings, event.event)};
		}

		default: {
			return {...state, current: reduceCurrentRun(state.current, event)};
		}
	}
};

/**
The screen in front.
*/
export const frontScreen = ({screens}: AppState): ScreenName => screens.at(-1) ?? screens[0];

/**
The app without the screen in front.
*/
export const withoutFront = (state: AppState): AppState => ({...state, screens: withoutTop(state.screens)});

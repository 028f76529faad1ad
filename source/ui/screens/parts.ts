import type {Price} from '../../core/cost.js';
import type {ScreenPart} from '../app-context.js';
import {withoutFront} from '../app-state.js';
import {otherRunReason} from '../keys/run-reasons.js';
import type {AdviceEvent, AdviceScreenState} from './advice-state.js';
import type {AudioEvent, AudioScreenState} from './audio-state.js';
import type {HelpEvent, HelpScreenState} from './help-state.js';
import type {ModesEvent, ModesScreenState} from './modes-state.js';
import type {SettingsEvent, SettingsState} from './settings-state.js';

/**
Where each screen finds its part of the state, and where its events go.
*/
export const modesPart: ScreenPart<ModesScreenState, ModesEvent> = {
	screen: 'modes',
	select: ({modes, screens, current}) => ({
		...modes,
		isBeforeRun: screens.at(-2) === 'run',
		startRefusal: otherRunReason(current),
	}),
	wrap: event => (event.type === 'mode-picked' ? event : {type: 'modes', event}),
};

export const audioPart: ScreenPart<AudioScreenState, AudioEvent> = {
	screen: 'audio',
	select: ({audio, runMode, current}) => ({
		...audio,
		mode: runMode,
		problem: current?.problem,
		startRefusal: otherRunReason(current),
	}),
	wrap: event => ({type: 'audio', event}),
};

export const advicePart: ScreenPart<AdviceScreenState, AdviceEvent> = {
	screen: 'advice',
	select: ({advice, settings}) => ({
		...advice,
		model: settings.values.model,
		prices: allPrices(settings),
	}),
	wrap: event => (event.type === 'mode-picked' ? event : {type: 'advice', event}),
};

export const settingsPart: ScreenPart<SettingsState, SettingsEvent> = {
	screen: 'settings',
	select: ({settings}) => settings,
	wrap: event => ({type: 'settings', event}),
};

export const helpPart: ScreenPart<HelpScreenState, HelpEvent> = {
	screen: 'help',
	select: state => ({...state.help, below: withoutFront(state)}),
	wrap: event => ({type: 'help', event}),
};

/**
The bundled prices and after them the user's own, which count first.
*/
const allPrices = ({facts, values}: SettingsState): readonly Price[] => [
	...facts.prices,
	...values.ownPrices.map(price => ({...price, date: '', source: 'your settings'})),
];

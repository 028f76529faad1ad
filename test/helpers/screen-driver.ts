import type {Actions, AudioListing, RunRequest, SettingsChanges} from '../../source/ui/actions.js';
import type {ScreenKeys, ScreenName} from '../../source/ui/screen.js';
import {noInputs} from './inputs.js';

/**
What a screen asked for while it was driven.
*/
type Asked = {
	readonly runs: RunRequest[];
	readonly saved: SettingsChanges[];
	readonly opened: ScreenName[];
	readonly notices: string[];
	backCount: number;
	quitCount: number;
};

/**
Drives a screen by its keys alone, as the app does: characters go into a field that is typed in, other keys are looked up.

@param actions - Answers; what is asked for without an answer is only noted.
*/
export const driveScreen = <State, Event>(
	groups: ReadonlyArray<ScreenKeys<State, Event>>,
	reduce: (state: State, event: Event) => State,
	initial: State,
	actions: Partial<Actions> = {},
) => {
	let state = initial;
	const events: Event[] = [];
	const asked: Asked = {runs: [], saved: [], opened: [], notices: [], backCount: 0, quitCount: 0};
	const context = () => ({
		state,
		dispatch(event: Event) {
			events.push(event);
			state = reduce(state, event);
		},
		actions: {...notingActions(asked), ...actions},
		open(screen: ScreenName) {
			asked.opened.push(screen);
		},
		back() {
			asked.backCount++;
		},
	});
	const press = (key: string) => {
		const now = context();
		const holding = groups.filter(({holds}) => holds?.(state) ?? true);
		const typing = holding.find(({text}) => text?.isTyping(now));
		const character = key === 'space' ? ' ' : key;
		if (typing?.text && character.length === 1) {
			typing.text.type(now, character);
			return;
		}

		const binding = holding.flatMap(({bindings}) => bindings).find(({keys}) => keys.includes(key));
		if (!binding) {
			throw new Error(`No key ${key} here.`);
		}

		const reason = binding.disabledReason?.(now);
		if (reason === undefined) {
			binding.run?.(now, key);
		} else {
			asked.notices.push(reason);
		}
	};

	return {
		asked,
		events,
		state: () => state,
		press(...keys: readonly string[]) {
			for (const key of keys) {
				press(key);
			}
		},
		type(typed: string) {
			for (const character of typed) {
				press(character);
			}
		},
	};
};

const nothingFound: AudioListing = {recent: [], nearby: []};

const notingActions = (asked: Asked): Actions => ({
	startRun(request) {
		asked.runs.push(request);
	},
	resumeRun() {},
	stopRun() {},
	togglePause() {},
	reopenInput() {},
	listInputs: async () => noInputs,
	exportTranscript() {},
	async saveSettings(changes) {
		asked.saved.push(changes);
		return undefined;
	},
	completePath: async typed => ({typed, completed: typed, candidates: []}),
	findAudio: async () => nothingFound,
	quit() {
		asked.quitCount++;
	},
});

import type {Actions} from './actions.js';
import type {AppEvent, AppState} from './app-state.js';
import type {KeyBinding, TextEntry} from './key-binding.js';
import type {ScreenContext, ScreenKeys, ScreenName} from './screen.js';

/**
What a key works on when it is looked up at the root.
*/
export type AppContext = {
	readonly state: AppState;
	readonly dispatch: (event: AppEvent) => void;
	readonly actions: Actions;
};

/**
Keys that hold together, such as those of one screen.
*/
export type KeyGroup = {
	/**
	As a heading of the help screen and of the readme.
	*/
	readonly title: string;
	readonly holds: (state: AppState) => boolean;
	readonly bindings: ReadonlyArray<KeyBinding<AppContext>>;
	readonly text?: TextEntry<AppContext>;
};

/**
Where a screen's own part of the state is, and how its events are wrapped for the app.
*/
export type ScreenPart<State, Event> = {
	readonly screen: ScreenName;
	readonly select: (state: AppState) => State;
	readonly wrap: (event: Event) => AppEvent;
};

/**
The app as one screen sees it.
*/
export const contextOf = <State, Event>(
	{select, wrap}: ScreenPart<State, Event>,
	{state, dispatch, actions}: AppContext,
): ScreenContext<State, Event> => ({
	state: select(state),
	actions,
	dispatch(event) {
		dispatch(wrap(event));
	},
	open(screen) {
		dispatch({type: 'screen-opened', screen});
	},
	back() {
		dispatch({type: 'went-back'});
	},
});

/**
A screen's own keys, as part of the whole.
*/
export const keyGroup = <State, Event>(
	title: string,
	part: ScreenPart<State, Event>,
	{holds, bindings, text}: ScreenKeys<State, Event>,
): KeyGroup => ({
	title,
	holds: state => state.screens.at(-1) === part.screen && (holds?.(part.select(state)) ?? true),
	bindings: bindings.map(({label, run, disabledReason, ...binding}) => ({
		...binding,
		label: typeof label === 'string' ? label : (context: AppContext) => label(contextOf(part, context)),
		...(run && {
			run(context: AppContext, key: string) {
				run(contextOf(part, context), key);
			},
		}),
		...(disabledReason && {
			disabledReason: (context: AppContext) => disabledReason(contextOf(part, context)),
		}),
	})),
	...(text && {
		text: {
			isTyping: context => text.isTyping(contextOf(part, context)),
			type(context, typed) {
				text.type(contextOf(part, context), typed);
			},
		},
	}),
});

import type {Actions} from './actions.js';
import type {KeyBinding, TextEntry} from './key-binding.js';
import type {Theme} from './theme.js';

/**
What can fill the terminal between the header and the hints.
*/
export type ScreenName = 'modes' | 'audio' | 'run' | 'advice' | 'settings' | 'help';

/**
What the keys of a screen work on: its own part of the state and what it can ask for.
*/
export type ScreenContext<State, Event> = {
	readonly state: State;
	readonly dispatch: (event: Event) => void;
	readonly actions: Actions;

	/**
	Opens another screen on top of this one, and goes back to the one below.
	*/
	readonly open: (screen: ScreenName) => void;
	readonly back: () => void;
};

/**
What a screen is drawn from. It fills exactly this many columns and rows.
*/
export type ScreenProps<State, Event> = ScreenContext<State, Event> & {
	readonly columns: number;
	readonly rows: number;
	readonly theme: Theme;
};

/**
The keys of a screen.
*/
export type ScreenKeys<State, Event> = {
	/**
	When they are the ones that count, such as while a text is typed; without it, always.
	*/
	readonly holds?: (state: State) => boolean;
	readonly bindings: ReadonlyArray<KeyBinding<ScreenContext<State, Event>>>;
	readonly text?: TextEntry<ScreenContext<State, Event>>;
};

import type {RunMode} from '../../core/mode.js';
import type {ScreenContext, ScreenKeys, ScreenName} from '../screen.js';

/**
The first screen.
*/
export type ModesState = {
	/**
	Where the select list stands, so that it stands there again when the user comes back.
	*/
	readonly highlighted: number;

	/**
	What is good to know before a choice, such as that no key is set.
	*/
	readonly note?: string | undefined;

	/**
	Whether there is a run of an earlier Duet to go on with; the note says which.
	*/
	readonly canResume: boolean;
};

/**
What the screen sees besides its own state.
*/
export type ModesScreenState = ModesState & {
	/**
	Whether the run is the screen behind this one.
	*/
	readonly isBeforeRun?: boolean;

	/**
	Why no run can begin now.
	*/
	readonly startRefusal?: string | undefined;
};

/**
`mode-picked` belongs to the app, which asks for the audio next.
*/
export type ModesEvent =
	| {readonly type: 'mode-picked'; readonly mode: RunMode}
	| {readonly type: 'highlighted'; readonly index: number}
	| {readonly type: 'earlier-runs-found'; readonly note: string; readonly canResume: boolean}
	| {readonly type: 'resumed'};

export const initialModesState: ModesState = {highlighted: 0, canResume: false};

/**
Folds an event of the first screen.
*/
export const reduceModes = (state: ModesState, event: ModesEvent): ModesState => {
	switch (event.type) {
		case 'highlighted': {
			return {...state, highlighted: event.index};
		}

		case 'earlier-runs-found': {
			return {...state, note: event.note, canResume: event.canResume};
		}

		case 'resumed': {
			return {...state, note: undefined, canResume: false};
		}

		default: {
			return state;
		}
	}
};

/**
What can be picked, and what it is for.
*/
export type ModeItem = {
	readonly label: string;
	readonly purpose: string;
	readonly does:
		| {readonly type: 'mode'; readonly mode: RunMode}
		| {readonly type: 'open'; readonly screen: ScreenName}
		| {readonly type: 'quit'};
};

/**
In the order in which they are shown.
*/
export const modeItems: readonly ModeItem[] = [
	{
		label: 'Side by side',
		purpose: 'both at once, compared',
		does: {type: 'mode', mode: 'side-by-side'},
	},
	{
		label: 'Batch',
		purpose: 'a recording, as a whole',
		does: {type: 'mode', mode: 'batch'},
	},
	{
		label: 'Real-time',
		purpose: 'text while the audio plays',
		does: {type: 'mode', mode: 'real-time'},
	},
	{
		label: 'Which mode should I use?',
		purpose: 'four questions, one answer',
		does: {type: 'open', screen: 'advice'},
	},
	{
		label: 'Settings',
		purpose: 'engine, language, prices',
		does: {type: 'open', screen: 'settings'},
	},
	{
		label: 'Help',
		purpose: 'keys, figures, trouble',
		does: {type: 'open', screen: 'help'},
	},
	{label: 'Quit', purpose: 'back to the shell', does: {type: 'quit'}},
];

type Context = ScreenContext<ModesScreenState, ModesEvent>;

const pick = ({dispatch, actions, open}: Context, index: number): void => {
	const does = modeItems[index]?.does;
	if (does?.type === 'mode') {
		dispatch({type: 'mode-picked', mode: does.mode});
	} else if (does?.type === 'open') {
		open(does.screen);
	} else if (does?.type === 'quit') {
		actions.quit();
	}
};

const highlight = ({state, dispatch}: Context, by: number): void => {
	dispatch({type: 'highlighted', index: (state.highlighted + by + modeItems.length) % modeItems.length});
};

/**
The keys of the mode picker. They are looked up with all others, and the select list only draws: by itself it would miss
keys that arrive together, as quick ones do, and hear those that are meant for the screen it opens.
*/
export const modesKeys: ScreenKeys<ModesScreenState, ModesEvent> = {
	bindings: [
		{
			keys: ['esc'],
			label: 'back to the run',
			help: 'back to the run behind it',
			isImportant: true,
			disabledReason: ({state}) => (state.isBeforeRun ? undefined : 'This is the first screen: q leaves.'),
			run: ({back}) => back(),
		},
		{
			keys: ['up', 'down', 'k', 'j'],
			label: 'choose',
			help: 'up and down',
			run: (context, key) => highlight(context, key === 'up' || key === 'k' ? -1 : 1),
		},
		{
			keys: ['enter'],
			label: 'open',
			help: 'open what is chosen',
			run: context => pick(context, context.state.highlighted),
		},
		{
			keys: ['u'],
			label: 'resume',
			help: 'go on with a run that was broken off',
			disabledReason: ({state}) => (state.canResume ? state.startRefusal : 'No run was broken off.'),
			run({actions, dispatch}) {
				dispatch({type: 'resumed'});
				actions.resumeRun();
			},
		},
		{
			keys: modeItems.map((_, index) => String(index + 1)),
			label: 'open by number',
			help: 'open by number',
			isHidden: true,
			run: (context, key) => pick(context, Number(key) - 1),
		},
	],
};

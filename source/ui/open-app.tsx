import {render} from 'ink';
import type {Store} from '../core/store.js';
import type {Actions} from './actions.js';
import {App} from './app.js';
import type {AppEvent, AppState} from './app-state.js';

/**
The app on the terminal's alternate screen.
*/
export type OpenApp = {
	/**
	Resolves when the terminal is given back. Rejects where drawing failed; the terminal is given back then, too.
	*/
	readonly closed: Promise<unknown>;
	readonly close: () => void;
};

/**
Draws the app on stdout and listens to stdin; both must be terminals.
*/
export const openApp = (store: Store<AppState, AppEvent>, actions: Actions): OpenApp => {
	const app = render(<App store={store} actions={actions} />, {
		alternateScreen: true,
		incrementalRendering: true,
		interactive: true, // Ink would draw nothing where CI is set, though this is a terminal.
		maxFps: 30,
		patchConsole: false, // The console is captured elsewhere, warnings included.
		exitOnCtrlC: false, // Ctrl-C is a key like others.
	});
	return {
		closed: app.waitUntilExit(),
		close() {
			app.unmount();
		},
	};
};

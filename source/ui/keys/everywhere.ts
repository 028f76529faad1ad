import type {KeyGroup} from '../app-context.js';
import {hasAudio} from '../run-facts.js';

/**
The keys of all screens.
*/
export const everywhereKeys: KeyGroup = {
	title: 'Everywhere',
	holds: () => true,
	bindings: [
		{
			keys: ['esc'],
			label: 'back',
			help: 'back to the screen before',
			isHidden: true,
			run({dispatch}) {
				dispatch({type: 'went-back'});
			},
		},
		{
			keys: ['?'],
			label: 'help',
			help: 'keys, what each figure means, and what to do when something goes wrong',
			disabledReason: ({state}) => (state.screens.at(-1) === 'help' ? 'This is the help.' : undefined),
			run({dispatch}) {
				dispatch({type: 'screen-opened', screen: 'help'});
			},
		},
		{
			keys: ['q'],
			label: 'quit',
			help: 'leave; what was transcribed is kept',
			run({actions}) {
				actions.quit();
			},
		},
		{
			keys: ['ctrl+c'],
			label: 'stop',
			help: 'once: finish the stream and keep the text; twice: leave at once',
			isHidden: true,
			run({state: {current}, actions}) {
				if (current?.phase === 'running' && hasAudio(current)) {
					actions.stopRun();
				} else {
					actions.quit();
				}
			},
		},
	],
};

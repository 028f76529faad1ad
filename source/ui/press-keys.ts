import type {AppContext, KeyGroup} from './app-context.js';
import type {AppState} from './app-state.js';
import type {KeyBinding} from './key-binding.js';
import {keyMap} from './key-map.js';

/**
Presses keys one after the other: looks each up in the groups that hold at that moment and runs what it is bound to, or
says why that cannot be done now. A character goes into a field where one is being typed in.

@param contextNow - Asked for each key, because the key before it may have changed the state.
*/
export const pressKeys = (names: readonly string[], contextNow: () => AppContext): void => {
	for (const name of names) {
		const before = contextNow();
		before.dispatch({type: 'key-pressed'});
		const context = contextNow();
		const groups = groupsThatHold(context.state);
		const typing = groups.find(({text}) => text?.isTyping(context));
		const character = name === 'space' ? ' ' : name;
		if (typing?.text && Array.from(character).length === 1) {
			typing.text.type(context, character);
			continue;
		}

		const binding = groups.flatMap(({bindings}) => bindings).find(({keys}) => keys.includes(name));
		pressBinding(binding, context, name);
	}
};

const pressBinding = (
	binding: KeyBinding<AppContext> | undefined,
	context: AppContext,
	key: string,
): void => {
	const reason = binding?.disabledReason?.(context);
	if (reason === undefined) {
		binding?.run?.(context, key);
	} else {
		context.dispatch({type: 'noticed', text: reason, isReason: true});
	}
};

/**
The keys that mean something now.
*/
export const groupsThatHold = (state: AppState): readonly KeyGroup[] =>
	keyMap.filter(group => group.holds(state));

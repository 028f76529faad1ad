/**
The parts of Ink's `Key` that names are made from.
*/
type PressedKey = {
	readonly upArrow: boolean;
	readonly downArrow: boolean;
	readonly leftArrow: boolean;
	readonly rightArrow: boolean;
	readonly pageDown: boolean;
	readonly pageUp: boolean;
	readonly home: boolean;
	readonly end: boolean;
	readonly return: boolean;
	readonly escape: boolean;
	readonly ctrl: boolean;
	readonly shift: boolean;
	readonly tab: boolean;
	readonly backspace: boolean;
	readonly delete: boolean;
	readonly meta: boolean;
};

const named = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageDown', 'page-down'],
	['pageUp', 'page-up'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'esc'],
	['backspace', 'backspace'],
	['delete', 'delete'],
] as const;

/**
The names of the keys in one call of Ink's `useInput`. Keys that are pressed quickly, or pasted, arrive together: `jjj` is
three keys.
*/
export const keyNames = (input: string, key: PressedKey): readonly string[] => {
	if (key.tab) {
		return [key.shift ? 'shift+tab' : 'tab'];
	}

	const name = named.find(([property]) => key[property])?.[1];
	if (name !== undefined) {
		return [name];
	}

	if (key.ctrl) {
		return [`ctrl+${input}`];
	}

	// A character with Alt is no key of ours, and must not pass for the character alone.
	return key.meta ? [] : Array.from(input, character => names[character] ?? character);
};

/**
What a terminal may send together with other characters, where Ink does not name it.
*/
const names: Readonly<Record<string, string>> = {
	' ': 'space',
	'\r': 'enter',
	'\n': 'enter',
	'\t': 'tab',
	'\u{1B}': 'esc',
	'\u{7F}': 'backspace',
	'\u{3}': 'ctrl+c',
};

import {type KeyGroup, keyGroup} from './app-context.js';
import {dialogKeys} from './keys/dialog.js';
import {differencesKeys} from './keys/differences.js';
import {everywhereKeys} from './keys/everywhere.js';
import {runKeys} from './keys/run.js';
import {tableKeys} from './keys/table.js';
import {textKeys} from './keys/text.js';
import {adviceKeys} from './screens/advice-keys.js';
import {audioFieldKeys, audioKeys} from './screens/audio-keys.js';
import {helpKeys} from './screens/help-state.js';
import {modesKeys} from './screens/modes-state.js';
import {advicePart, audioPart, helpPart, modesPart, settingsPart} from './screens/parts.js';
import {settingsFieldKeys, settingsKeys} from './screens/settings-keys.js';

/**
Every key. Hints, the help screen and the readme's table are made from this list; a screen adds its own with a line. Of
two groups that hold and have the same key, the first one counts.
*/
export const keyMap: readonly KeyGroup[] = [
	...dialogKeys,
	differencesKeys,
	textKeys,
	tableKeys,
	runKeys,
	keyGroup('Mode picker', modesPart, modesKeys),
	keyGroup('Audio chooser', audioPart, audioKeys),
	keyGroup('Typing a path', audioPart, audioFieldKeys),
	keyGroup('Which mode should I use?', advicePart, adviceKeys),
	keyGroup('Settings', settingsPart, settingsKeys),
	keyGroup('Typing a setting', settingsPart, settingsFieldKeys),
	keyGroup('Help', helpPart, helpKeys),
	everywhereKeys,
];

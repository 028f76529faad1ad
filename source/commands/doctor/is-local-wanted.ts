import {chooseEngine} from '../choose-engine.js';
import type {OptionValues} from '../options.js';

/**
Whether the local engine would be used.
*/
export const isLocalWanted = (values: OptionValues): boolean => {
	try {
		return chooseEngine(values) === 'local';
	} catch {
		return false;
	}
};

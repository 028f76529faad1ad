import type {Option} from '../option.js';
import {type OptionName, options} from '../options.js';

/**
Where the value of an option came from, with the name that it has there.

@param origin - As {@link resolveOptions} names it.
*/
export const originText = (name: OptionName, origin: string): string => {
	const {environment} = options[name] as Option<unknown>;
	return environment && ['environment', '.env'].includes(origin)
		? `${origin}: ${environment.join(' or ')}`
		: origin;
};

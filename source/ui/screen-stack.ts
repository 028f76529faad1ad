import type {ScreenName} from './screen.js';

/**
The open screens; the last one is in front. Under all of them is the mode picker.
*/
export type ScreenStack = readonly [ScreenName, ...ScreenName[]];

/**
A screen is open once: to open it again brings it to the front.
*/
export const onTop = (stack: ScreenStack, screen: ScreenName): ScreenStack => {
	const [first, ...rest] = stack.filter(other => other !== screen);
	return first === undefined ? [screen] : [first, ...rest, screen];
};

export const withoutScreen = (stack: ScreenStack, screen: ScreenName): ScreenStack =>
	notEmpty(stack.filter(other => other !== screen));

export const withoutTop = (stack: ScreenStack): ScreenStack => notEmpty(stack.slice(0, -1));

const notEmpty = ([first, ...rest]: readonly ScreenName[]): ScreenStack =>
	first === undefined ? ['modes'] : [first, ...rest];

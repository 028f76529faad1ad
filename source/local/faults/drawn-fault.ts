import type {Moment} from './fault-spec.js';

/**
A fault whose lot has fallen on a request or a session.
*/
export type DrawnFault<Kind> = {
	readonly fault: Kind;

	/**
	Its word; empty for faults whose value is none.
	*/
	readonly word: string;

	/**
	Its number, in milliseconds for a duration, and drawn anew at each call where it is a range.

	@returns `undefined` where the value was left out and there is no default.
	*/
	readonly number: () => number | undefined;

	/**
	Where in a session it happens; nothing for faults that are no event.
	*/
	readonly point?: Point;

	/**
	Writes down that it happens now.

	@returns Whether it may: not when it has happened as often as it was to.
	*/
	readonly happen: () => boolean;
};

/**
A point of a session: a moment, or so many milliseconds of audio, milliseconds since the socket opened, or messages.
*/
export type Point =
	| {readonly type: 'moment'; readonly moment: Moment}
	| {readonly type: 'audio' | 'open' | 'messages'; readonly amount: number};

import type {Mode} from './mode.js';

/**
What an hour of audio costs in one mode with one model, and how that is known.
*/
export type Price = {
	readonly mode: Mode;
	readonly model: string;
	readonly usdPerHour: number;

	/**
	When the price was read, as YYYY-MM-DD, and where.
	*/
	readonly date: string;
	readonly source: string;
};

/**
The price of a mode and model. Of several, the last one in the list counts, so that the user's own override ours.
*/
export const findPrice = (prices: readonly Price[], mode: Mode, model: string): Price | undefined =>
	prices.findLast(price => price.mode === mode && price.model === model);

/**
The service charges to the exact second at the hourly price, with no minimum and no rounding up.
*/
export const costUsd = (seconds: number, usdPerHour: number): number => (seconds / 3600) * usdPerHour;

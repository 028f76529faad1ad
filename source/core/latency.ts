import type {AppendList} from './append-list.js';

/**
A set of latencies in figures. The count stands beside them wherever they are shown.
*/
export type LatencySummary = {
	readonly p50: number;

	/**
	Missing under {@link minimumCountForP95}: one word would decide it.
	*/
	readonly p95?: number;
	readonly max: number;
	readonly count: number;
};

/**
Fewer words than this have no 95th percentile worth the name.
*/
const minimumCountForP95 = 20;

/**
Median, 95th percentile and maximum of all words of a run, in milliseconds.

@returns Nothing where there are no words.
*/
export const summariseLatencies = (latenciesMs: AppendList<number>): LatencySummary | undefined => {
	const known = summaries.get(latenciesMs);
	if (known) {
		return known;
	}

	const summary = summarise(latenciesMs);
	if (summary) {
		summaries.set(latenciesMs, summary);
	}

	return summary;
};

/**
A list never changes, and the table asks for the same one at every drawing: sorting hours of words once is enough.
*/
const summaries = new WeakMap<AppendList<number>, LatencySummary>();

const summarise = (latenciesMs: AppendList<number>): LatencySummary | undefined => {
	if (latenciesMs.length === 0) {
		return undefined;
	}

	const sorted = Float64Array.from(latenciesMs.slice()).sort();
	return {
		p50: percentile(sorted, 0.5),
		...(sorted.length >= minimumCountForP95 && {p95: percentile(sorted, 0.95)}),
		max: sorted.at(-1) as number,
		count: sorted.length,
	};
};

/**
The percentile by linear interpolation between the two nearest ranks (the method of NumPy and of spreadsheets).

@param sorted - Ascending, not empty.
@param fraction - From 0 to 1.
*/
export const percentile = (sorted: ArrayLike<number>, fraction: number): number => {
	const position = (sorted.length - 1) * fraction;
	const below = sorted[Math.floor(position)] as number;
	const above = sorted[Math.ceil(position)] as number;
	return below + (above - below) * (position - Math.floor(position));
};

import {ProblemError} from '../../../core/problem.js';
import type {Hypothesis, Recogniser, RecogniserOptions} from '../../../core/recogniser.js';
import {createContest, type Side} from './contest.js';
import {fanOut, type Outlet} from './fan-out.js';

/**
The two of which one is to be chosen.
*/
export type Contenders = Readonly<Record<Side, Recogniser>>;

/**
Lets both recognisers hear a stream until one is chosen, and then that one alone. Where the known side refuses audio that
it does not know, the other one goes on.
*/
export const hearBoth = async function* (
	contenders: Contenders,
	audio: AsyncIterable<Int16Array>,
	options: RecogniserOptions,
	signal: AbortSignal,
): AsyncIterable<Hypothesis> {
	const contest = createContest();
	const [known, general] = fanOut(audio);
	const listeners = new Map<Side, Listener>([
		['known', listen(contenders.known, known, options, signal)],
		['general', listen(contenders.general, general, options, signal)],
	]);
	const leaving: Array<Promise<void>> = [];
	const dismiss = (side: Side): void => {
		const listener = listeners.get(side);
		if (listener) {
			listeners.delete(side);
			leaving.push(listener.leave());
		}
	};

	try {
		while (listeners.size > 0 && !signal.aborted) {
			const {side, news} = await firstNews(listeners);
			if ('error' in news && !(side === 'known' && contest.chosen() === undefined && isRefusal(news.error))) {
				throw news.error;
			}

			const said = 'hypothesis' in news ? contest.hear(side, news.hypothesis) : contest.leave(side);
			const chosen = contest.chosen();
			if (!('hypothesis' in news)) {
				dismiss(side);
			}

			if (chosen !== undefined) {
				dismiss(chosen === 'known' ? 'general' : 'known');
			}

			const name = chosen && {recogniserId: contenders[chosen].id};
			yield* said.map(hypothesis => ({...name, ...hypothesis}));
			listeners.get(side)?.goOn();
		}
	} finally {
		for (const side of listeners.keys()) {
			dismiss(side);
		}

		await Promise.all(leaving);
	}
};

/**
A recogniser that listens.
*/
type Listener = {
	/**
	What it says next.
	*/
	readonly news: () => Promise<News>;

	/**
	To be called when its news has been taken.
	*/
	readonly goOn: () => void;

	/**
	Resolves when it has ended.
	*/
	readonly leave: () => Promise<void>;
};

type News = {readonly hypothesis: Hypothesis} | {readonly isOver: true} | {readonly error: unknown};

const listen = (
	recogniser: Recogniser,
	{items, close}: Outlet<Int16Array>,
	options: RecogniserOptions,
	signal: AbortSignal,
): Listener => {
	const stop = new AbortController();
	const hypotheses = recogniser
		.recognise(items, options, AbortSignal.any([signal, stop.signal]))
		[Symbol.asyncIterator]();
	const ask = async (): Promise<News> => {
		try {
			const {value, done} = await hypotheses.next();
			return done ? {isOver: true} : {hypothesis: value};
		} catch (error) {
			return {error};
		}
	};
	let news = ask();
	return {
		news: async () => news,
		goOn() {
			news = ask();
		},
		async leave() {
			stop.abort();
			close();
			await Promise.allSettled([hypotheses.return?.()]); // How it ends is no news any more.
		},
	};
};

const firstNews = async (listeners: ReadonlyMap<Side, Listener>) =>
	Promise.race(Array.from(listeners, async ([side, {news}]) => ({side, news: await news()})));

const isRefusal = (error: unknown): boolean =>
	error instanceof ProblemError && error.problem.kind === 'rejected';

import type {Clock} from '../core/clock.js';
import type {UnfinishedRun} from '../storage/history/find-unfinished.js';
import type {ModesEvent} from '../ui/screens/modes-state.js';
import type {EarlierRuns} from './earlier-runs.js';
import type {OptionValues} from './options.js';

/**
The run that was broken off, as the app offers to go on with it.
*/
export type EarlierRunOffer = {
	/**
	Looks after what earlier runs have left, and offers the latest that can be gone on with.
	*/
	readonly make: (values: OptionValues) => Promise<void>;

	/**
	The run that is offered; it is offered no more.
	*/
	readonly take: () => UnfinishedRun | undefined;

	/**
	Offers a run again that was tried, unless nothing more comes of it.
	*/
	readonly renew: (tried: UnfinishedRun) => Promise<void>;
};

/**
@param onEvent - Of the first screen, where the offer stands.
*/
export const offerEarlierRun = (clock: Clock, onEvent: (event: ModesEvent) => void): EarlierRunOffer => {
	let offered: UnfinishedRun | undefined;
	const offer = ({notes, unfinished}: EarlierRuns): void => {
		offered = unfinished;
		if (notes.length > 0) {
			const canResume = unfinished !== undefined;
			const note = [...notes, ...(canResume ? ['Press u to go on with it.'] : [])].join(' ');
			onEvent({type: 'earlier-runs-found', note, canResume});
		}
	};

	return {
		async make(values) {
			const {lookAfterEarlierRuns} = await import('./earlier-runs.js');
			offer(await lookAfterEarlierRuns(values, clock));
		},
		take() {
			const taken = offered;
			offered = undefined;
			return taken;
		},
		async renew({id}) {
			const {whatIsLeftOf} = await import('./earlier-runs.js');
			offer(await whatIsLeftOf(id));
		},
	};
};

import type {DrawnFault} from './drawn-fault.js';
import type {Fault} from './fault.js';
import type {FaultSpec, Range} from './fault-spec.js';
import type {Random} from './random.js';

/**
What a fault is told: its word, and numbers as often as they are asked for.
*/
export const drawValue = (
	{value}: FaultSpec,
	{value: rule}: Fault,
	random: Random,
): Pick<DrawnFault<Fault>, 'word' | 'number'> => {
	const fallbackWord = rule?.type === 'word' ? rule.fallback : undefined;
	const range = value?.type === 'word' ? undefined : value;
	return {
		word: value?.type === 'word' ? value.word : (fallbackWord ?? ''),
		number: () => (range ? within(range, random) : fallbackNumber(rule)),
	};
};

const fallbackNumber = (rule: Fault['value']): number | undefined => {
	switch (rule?.type) {
		case 'duration': {
			return rule.fallbackMs;
		}

		case 'count': {
			return rule.fallback;
		}

		default: {
			return undefined;
		}
	}
};

/**
Where in a session it happens, if it is an event.
*/
export const drawPoint = (
	{place}: FaultSpec,
	fault: Fault,
	random: Random,
): Pick<DrawnFault<Fault>, 'point'> => {
	if (fault.layer === 'http' || fault.byDefault === undefined || place?.type === 'request') {
		return {};
	}

	if (place === undefined || place.type === 'moment') {
		return {point: {type: 'moment', moment: place?.moment ?? fault.byDefault}};
	}

	return {point: {type: place.type, amount: within(place, random)}};
};

const within = ({low, high}: Range, random: Random): number => low + Math.floor(random() * (high - low + 1));

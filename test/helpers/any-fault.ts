import fc from 'fast-check';
import {faults} from '../../source/local/faults/catalogue.js';
import type {Fault} from '../../source/local/faults/fault.js';
import {type FaultSpec, type FaultValue, moments, type Place} from '../../source/local/faults/fault-spec.js';

const range = (low: number, high: number) =>
	fc
		.tuple(fc.integer({min: low, max: high}), fc.integer({min: low, max: high}))
		.map(([one, other]) => ({low: Math.min(one, other), high: Math.max(one, other)}));

const anyValue = ({value: rule}: Fault): fc.Arbitrary<FaultValue | undefined> => {
	switch (rule?.type) {
		case 'word': {
			return fc.constantFrom(...rule.choices).map(word => ({type: 'word' as const, word}));
		}

		case 'duration': {
			return range(0, 86_400_000).map(both => ({type: 'duration' as const, ...both}));
		}

		case 'count': {
			return range(rule.low, rule.high).map(both => ({type: 'count' as const, ...both}));
		}

		default: {
			return fc.constant(undefined);
		}
	}
};

const anyPlace = (fault: Fault): fc.Arbitrary<Place | undefined> => {
	if (fault.layer === 'http') {
		return fc.constantFrom(...fault.occasions).map(occasion => ({type: 'request' as const, occasion}));
	}

	return fault.byDefault === undefined
		? fc.constant(undefined)
		: fc.oneof(
				fc.constantFrom(...moments).map(moment => ({type: 'moment' as const, moment})),
				fc
					.tuple(fc.constantFrom('audio' as const, 'open' as const), range(0, 86_400_000))
					.map(([type, both]) => ({type, ...both})),
				range(1, 999_999_999).map(both => ({type: 'messages' as const, ...both})),
			);
};

/**
Any fault that can be ordered, with any value and place that it has.
*/
export const anyFault: fc.Arbitrary<FaultSpec> = fc.constantFrom(...faults).chain(fault =>
	fc
		.record({
			value: fc.option(anyValue(fault), {nil: undefined}),
			place: fc.option(anyPlace(fault), {nil: undefined}),
			chancePercent: fc.oneof(
				fc.constant(100),
				fc.integer({min: 1, max: 99_999}).map(thousandths => thousandths / 1000),
			),
			mostTimes: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.integer({min: 1, max: 999_999_999})),
		})
		.map(({value, place, ...limits}) => ({
			name: fault.name,
			...(value && {value}),
			...(place && {place}),
			...limits,
		})),
);

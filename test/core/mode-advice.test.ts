import {describe, expect, it} from 'vitest';
import type {Price} from '../../source/core/cost.js';
import {adviseMode, type ModeNeeds, monthlyCost} from '../../source/core/mode-advice.js';

const price = (mode: Price['mode'], model: string, usdPerHour: number): Price => ({
	mode,
	model,
	usdPerHour,
	date: '2026-09-05',
	source: 'a price list',
});

const prices = [
	price('batch', 'enhanced', 0.4),
	price('real-time', 'enhanced', 0.43),
	price('batch', 'standard', 0.24),
	price('real-time', 'standard', 0.24),
];

const advise = (needs: Partial<ModeNeeds>, model: 'standard' | 'enhanced' = 'enhanced') =>
	adviseMode(
		{audio: 'recording', textNeeded: 'later', partials: 'not-needed', hoursPerMonth: 100, ...needs},
		model,
		prices,
	);

describe('adviseMode', () => {
	it.each([
		['recording', 'later', 'not-needed', 'batch'],
		['recording', 'within-minutes', 'not-needed', 'batch'],
		['recording', 'within-seconds', 'not-needed', 'batch'],
		['recording', 'as-spoken', 'not-needed', 'batch'],
		['recording', 'later', 'needed', 'real-time'],
		['live', 'as-spoken', 'not-needed', 'real-time'],
		['live', 'within-seconds', 'not-needed', 'real-time'],
		['live', 'within-minutes', 'not-needed', 'batch'],
		['live', 'later', 'not-needed', 'batch'],
		['live', 'later', 'needed', 'real-time'],
	] as const)('%s, text %s, partials %s: %s', (audio, textNeeded, partials, mode) => {
		expect(advise({audio, textNeeded, partials}).mode).toBe(mode);
	});

	it('says what to do, and why', () => {
		expect(advise({})).toEqual({
			mode: 'batch',
			summary: 'Hand in each recording as a whole.',
			because: [
				'The recording is complete. Batch works faster than playing it; real-time takes as long as the recording.',
				'Batch decides after hearing everything. Real-time equals it at a max delay of 4 s, says Speechmatics.',
				'It costs $3.00 a month less than real-time with the enhanced model.',
			],
		});
	});

	it('names the max delay that fits: small where finals must be quick, large where partials are', () => {
		const live = {audio: 'live', textNeeded: 'as-spoken'} as const;
		expect(advise(live).because.join(' ')).toContain('Set max delay to 1');
		expect(advise({...live, textNeeded: 'within-seconds'}).because.join(' ')).toContain('Set max delay to 2');
		expect(advise({...live, partials: 'needed'}).because.join(' ')).toContain('Set max delay to 4');
	});

	it('does not hide what partials cost for a recording', () => {
		expect(advise({partials: 'needed'}).because.join(' ')).toContain('batch has the whole text sooner');
	});

	it('compares the costs of the model in use', () => {
		expect(advise({}, 'standard').because).toContain('It costs the same as real-time.');
		expect(advise({audio: 'live', textNeeded: 'as-spoken'}).because).toContain(
			'It costs $3.00 a month more than batch with the enhanced model.',
		);
	});

	it('says nothing of costs where a price is not known', () => {
		const {because} = adviseMode(
			{audio: 'recording', textNeeded: 'later', partials: 'not-needed', hoursPerMonth: 10},
			'enhanced',
			prices.slice(0, 1),
		);
		expect(because.join(' ')).not.toContain('cost');
	});

	it('points at volume discounts above 500 hours a month', () => {
		expect(advise({hoursPerMonth: 500}).because.join(' ')).not.toContain('discounts');
		expect(advise({hoursPerMonth: 501}).because.join(' ')).toContain('discounts');
	});
});

describe('monthlyCost', () => {
	it('is hours × price', () => {
		expect(monthlyCost(100, 'real-time', 'enhanced', prices)).toEqual({usd: 43, price: prices[1]});
	});

	it('is unknown without a price', () => {
		expect(monthlyCost(100, 'batch', 'melia-1', prices)).toBeUndefined();
	});
});

import {costUsd, findPrice, type Price} from './cost.js';
import {usdText} from './figures.js';
import type {Mode} from './mode.js';
import type {TranscriptionOptions} from './transcription-options.js';

/**
What somebody has to transcribe, as the four answers to “Which mode should I use?”.
*/
export type ModeNeeds = {
	/**
	Whether all of the audio is there, or people are still speaking.
	*/
	readonly audio: 'recording' | 'live';

	/**
	How soon after it was said, or after it was handed in.
	*/
	readonly textNeeded: 'as-spoken' | 'within-seconds' | 'within-minutes' | 'later';

	/**
	Words that are shown at once and may still change.
	*/
	readonly partials: 'needed' | 'not-needed';
	readonly hoursPerMonth: number;
};

/**
A mode to take, with the reasons in the order of their weight.
*/
export type ModeAdvice = {
	readonly mode: Mode;

	/**
	What to do, in a sentence.
	*/
	readonly summary: string;
	readonly because: readonly string[];
};

/**
What a month costs in one mode with one model.
*/
export type MonthlyCost = {
	readonly usd: number;
	readonly price: Price;
};

/**
The mode for what somebody needs.

@param model - The one that costs are compared for.
@param prices - As for {@link findPrice}.
*/
export const adviseMode = (
	needs: ModeNeeds,
	model: TranscriptionOptions['model'],
	prices: readonly Price[],
): ModeAdvice => {
	const mode = chooseMode(needs);
	const reasons = mode === 'batch' ? batchReasons(needs) : realTimeReasons(needs);
	const cost = costReason(needs.hoursPerMonth, mode, model, prices);
	const volume = needs.hoursPerMonth > volumeDiscountHours ? [volumeReason] : [];
	return {mode, summary: summaries[mode][needs.audio], because: [...reasons, ...cost, ...volume]};
};

/**
@returns Nothing where there is no price for the model.
*/
export const monthlyCost = (
	hoursPerMonth: number,
	mode: Mode,
	model: string,
	prices: readonly Price[],
): MonthlyCost | undefined => {
	const price = findPrice(prices, mode, model);
	return price && {usd: costUsd(hoursPerMonth * 3600, price.usdPerHour), price};
};

const chooseMode = ({audio, textNeeded, partials}: ModeNeeds): Mode => {
	const isSoon = textNeeded === 'as-spoken' || textNeeded === 'within-seconds';
	return partials === 'needed' || (audio === 'live' && isSoon) ? 'real-time' : 'batch';
};

const summaries: Readonly<Record<Mode, Readonly<Record<ModeNeeds['audio'], string>>>> = {
	batch: {
		recording: 'Hand in each recording as a whole.',
		live: 'Record it, and hand in the recording when it ends.',
	},
	'real-time': {
		recording: 'Play the recording into a stream.',
		live: 'Stream it while people speak.',
	},
};

const batchReasons = ({audio, textNeeded}: ModeNeeds): readonly string[] => {
	if (audio === 'live') {
		return [
			'Nobody waits for words while people speak, so one job after the end does it: no stream to keep alive, none to lose.',
			...(textNeeded === 'within-minutes'
				? [
						'A job takes longer the longer the recording is. Where a long one must be there within moments of its end, take real-time.',
					]
				: []),
			'Batch decides after hearing everything. Real-time equals it at a max delay of 4 s, says Speechmatics.',
		];
	}

	return [
		'The recording is complete. Batch works faster than playing it; real-time takes as long as the recording.',
		...(textNeeded === 'as-spoken' || textNeeded === 'within-seconds'
			? ['Soon is relative: try a recording of your usual length side by side to see how long a job takes.']
			: []),
		'Batch decides after hearing everything. Real-time equals it at a max delay of 4 s, says Speechmatics.',
	];
};

const realTimeReasons = ({audio, textNeeded, partials}: ModeNeeds): readonly string[] => [
	...(audio === 'live' && (textNeeded === 'as-spoken' || textNeeded === 'within-seconds')
		? ['The audio is live and the text is wanted soon: batch begins only when the recording has ended.']
		: []),
	...(partials === 'needed'
		? [
				'Only real-time has partials: a word shows about half a second after it was said, and may still change.',
			]
		: []),
	...(audio === 'recording'
		? ['It takes as long as the recording. If partials are not a must, batch has the whole text sooner.']
		: []),
	delayReason(textNeeded, partials),
];

/**
The max delay trades accuracy for speed of finals; partials do not depend on it.

@see https://docs.speechmatics.com, real-time output: under 5 % relative loss at 0.7 to 1.5 s, about 1 % at 2 s, none at 4 s.
*/
const delayReason = (textNeeded: ModeNeeds['textNeeded'], partials: ModeNeeds['partials']): string => {
	if (partials === 'needed') {
		return 'Set max delay to 4: partials are as quick as ever, and the finals as accurate as those of batch, says Speechmatics.';
	}

	return textNeeded === 'as-spoken'
		? 'Set max delay to 1: finals come within about a second, for up to 5 % more errors than batch, says Speechmatics.'
		: 'Set max delay to 2: finals come within about two seconds, for about 1 % more errors than batch, says Speechmatics.';
};

const costReason = (
	hoursPerMonth: number,
	mode: Mode,
	model: string,
	prices: readonly Price[],
): readonly string[] => {
	const [taken, other] = (
		mode === 'batch' ? (['batch', 'real-time'] as const) : (['real-time', 'batch'] as const)
	).map(each => monthlyCost(hoursPerMonth, each, model, prices));
	if (!taken || !other || hoursPerMonth === 0) {
		return [];
	}

	const otherName = mode === 'batch' ? 'real-time' : 'batch';
	const difference = taken.usd - other.usd;
	if (Math.abs(difference) < 0.005) {
		return [`It costs the same as ${otherName}.`];
	}

	return [
		`It costs ${usdText(Math.abs(difference))} a month ${difference < 0 ? 'less' : 'more'} than ${otherName} with the ${model} model.`,
	];
};

/**
Above this many hours a month per product Speechmatics lowers its prices.
*/
const volumeDiscountHours = 500;

const volumeReason = `Above ${volumeDiscountHours} hours a month Speechmatics gives discounts that are not counted here.`;

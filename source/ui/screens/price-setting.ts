import {findPrice} from '../../core/cost.js';
import {priceText} from '../../core/figures.js';
import type {Mode} from '../../core/mode.js';
import type {TranscriptionOptions} from '../../core/transcription-options.js';
import type {PriceOverride} from '../actions.js';
import type {SettingRow} from './setting-row.js';

/**
An own price of this mode and model; an empty text takes it back.
*/
export const priceSetting = (mode: Mode, model: TranscriptionOptions['model']): SettingRow => ({
	id: `price-${mode}-${model}`,
	group: 'Prices an hour',
	title: `${mode === 'batch' ? 'Batch' : 'Real-time'}, ${model}`,
	help: 'What an hour of audio costs you, in US dollars. Leave it empty for the price that comes with Duet, which is an estimate.',
	kind: 'entry',
	show({ownPrices}, {prices}) {
		const own = ownPrices.find(isOf(mode, model));
		if (own) {
			return `${priceText(own.usdPerHour)} yours`;
		}

		const price = findPrice(prices, mode, model);
		return price ? `${priceText(price.usdPerHour)} of ${price.date}` : 'no price';
	},
	edited: ({ownPrices}) => String(ownPrices.find(isOf(mode, model))?.usdPerHour ?? ''),
	parse(text, {ownPrices}) {
		const others = ownPrices.filter(price => !isOf(mode, model)(price));
		const typed = text.replace('$', '').replace(',', '.').trim();
		if (typed === '') {
			return {ownPrices: others};
		}

		const usdPerHour = Number(typed);
		return usdPerHour >= 0 && usdPerHour <= 1000
			? {ownPrices: [...others, {mode, model, usdPerHour}]}
			: 'A price is a number of dollars, such as 0.38.';
	},
});

const isOf =
	(mode: Mode, model: string) =>
	(price: PriceOverride): boolean =>
		price.mode === mode && price.model === model;

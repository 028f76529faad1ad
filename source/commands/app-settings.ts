import type {Price} from '../core/cost.js';
import {type Problem, toProblem} from '../core/problem.js';
import {writeSettings} from '../storage/settings.js';
import type {PriceOverride, SettingsChanges, SettingsValues} from '../ui/actions.js';
import type {SettingsContext} from './command.js';
import type {OptionName, OptionValues} from './options.js';

/**
The options as the app's settings screen shows them.

@param ownPrices - Of the settings file.
*/
export const settingsOf = (values: OptionValues, ownPrices: readonly Price[]): SettingsValues => ({
	engine: values.engine ?? 'auto',
	recogniser: values.recogniser,
	region: values.region as SettingsValues['region'],
	language: values.language,
	model: values.model,
	maxDelaySeconds: values['max-delay'],
	diarization: values.diarization === 'none' ? 'none' : 'speaker',
	ownPrices: ownPrices.flatMap(({mode, model, usdPerHour}) =>
		isShown(model) ? [{mode, model, usdPerHour}] : [],
	),
});

/**
Options with changed settings in their place.
*/
const withChanges = (values: OptionValues, changes: SettingsChanges): OptionValues => ({
	...values,
	...(changedOptions(changes) as Partial<OptionValues>),
});

/**
The row of the settings screen that shows an option.
*/
export const settingIds: Partial<Record<OptionName, string>> = {
	engine: 'engine',
	recogniser: 'recogniser',
	region: 'region',
	language: 'language',
	model: 'model',
	'max-delay': 'max-delay',
	diarization: 'diarization',
	'api-key': 'api-key',
};

/**
The options of the next run, as the settings screen changes them.
*/
export type SettingsKeeper = {
	readonly current: () => {readonly values: OptionValues; readonly prices: readonly Price[]};

	/**
	Holds changes for the next run and writes them to the settings file.

	@returns What went wrong with the file.
	*/
	readonly save: (changes: SettingsChanges) => Promise<Problem | undefined>;
};

export const createSettingsKeeper = ({
	values: atStart,
	settings,
}: {
	readonly values: OptionValues;
	readonly settings: Pick<SettingsContext, 'file' | 'bundledPrices' | 'ownPrices'>;
}): SettingsKeeper => {
	let values = atStart;
	let ownPrices = settings.ownPrices;
	let written: Promise<unknown> = Promise.resolve();
	return {
		current: () => ({values, prices: [...settings.bundledPrices, ...ownPrices]}),
		async save(changes) {
			values = withChanges(values, changes);
			ownPrices = changes.ownPrices ? pricesOf(changes.ownPrices, ownPrices) : ownPrices;
			const writing = written.then(() =>
				writeSettings(settings.file, {
					options: changedOptions(changes),
					...(changes.ownPrices && {prices: ownPrices}),
				}),
			);
			written = writing.catch(() => {}); // One that could not be written does not keep back the next.
			try {
				await writing;
				return undefined;
			} catch (error) {
				return toProblem(error);
			}
		},
	};
};

/**
Changes as the settings file has them: options by their long names, where nothing means the default.
*/
const changedOptions = ({
	engine,
	recogniser,
	region,
	language,
	model,
	maxDelaySeconds,
	diarization,
	apiKey,
}: SettingsChanges): Readonly<Record<string, string | number | undefined>> => ({
	...(engine !== undefined && {engine: engine === 'auto' ? undefined : engine}),
	...(recogniser !== undefined && {recogniser}),
	...(region !== undefined && {region}),
	...(language !== undefined && {language}),
	...(model !== undefined && {model}),
	...(maxDelaySeconds !== undefined && {'max-delay': maxDelaySeconds}),
	...(diarization !== undefined && {diarization}),
	...(apiKey !== undefined && {'api-key': apiKey}),
});

/**
The user's prices after a change: those that the screen does not show stay, and those that are as they were keep their
date.
*/
const pricesOf = (changed: readonly PriceOverride[], before: readonly Price[]): readonly Price[] => [
	...before.filter(({model}) => !isShown(model)),
	...changed.map(
		price =>
			before.find(
				({mode, model, usdPerHour}) =>
					mode === price.mode && model === price.model && usdPerHour === price.usdPerHour,
			) ?? {...price, date: new Date().toISOString().slice(0, 10), source: 'your settings'},
	),
];

const isShown = (model: string): model is PriceOverride['model'] =>
	model === 'standard' || model === 'enhanced';

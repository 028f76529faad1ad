import type {Price} from '../../core/cost.js';
import type {SettingsChanges, SettingsValues} from '../actions.js';

/**
What the screen knows besides the values themselves.
*/
export type SettingsFacts = {
	/**
	The settings file, as shown.
	*/
	readonly file: string;

	/**
	The ids of the local engine's recognisers.
	*/
	readonly recognisers: readonly string[];

	/**
	The prices that come with Duet.
	*/
	readonly prices: readonly Price[];

	/**
	The last four characters of the key in use, where there is one.
	*/
	readonly keyEnding: string | undefined;

	/**
	Where a value came from that counts before the settings file: a flag, the environment, `.env`. By the row's id.
	*/
	readonly origins: Readonly<Partial<Record<string, string>>>;
};

/**
A setting: one row of the screen. To add one, add an object to `settingRows`.
*/
export type SettingRow = {
	readonly id: string;
	readonly group: string;
	readonly title: string;

	/**
	What it does, in a sentence or two.
	*/
	readonly help: string;
	readonly show: (values: SettingsValues, facts: SettingsFacts) => string;
} & (Choice | Entry | {readonly kind: 'none'});

/**
One of a few values, gone through with the arrows.
*/
type Choice = {
	readonly kind: 'choice';
	readonly step: (values: SettingsValues, by: number, facts: SettingsFacts) => SettingsChanges;
};

/**
A text that is typed.
*/
type Entry = {
	readonly kind: 'entry';
	readonly isSecret?: boolean;
	readonly edited: (values: SettingsValues) => string;

	/**
	@returns The change, or in words why there is none.
	*/
	readonly parse: (text: string, values: SettingsValues) => SettingsChanges | string;
};

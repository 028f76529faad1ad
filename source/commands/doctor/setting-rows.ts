import {hideSecrets} from '../../speechmatics/without-secrets.js';
import type {CommandContext} from '../command.js';
import {type OptionName, options} from '../options.js';
import {originText} from './origin-text.js';

/**
An option's value and where it came from.
*/
export type SettingRow = {
	readonly name: OptionName;

	/**
	Of a secret no more than its end. Nothing where there is no value.
	*/
	readonly value: string | number | boolean | null;
	readonly origin: string;
};

/**
Every option, in the order of their declaration.
*/
export const settingRows = ({
	values,
	settings,
}: Pick<CommandContext, 'values' | 'settings'>): readonly SettingRow[] => {
	const key = values['api-key'];
	const names = Object.keys(options) as readonly OptionName[];
	return names
		.filter(name => !notSettings.includes(name))
		.map(name => ({
			name,
			value: shownValue(values[name] ?? null, key),
			origin: originText(name, settings.origins[name]),
		}));
};

const notSettings: readonly OptionName[] = ['help', 'version'];

const shownValue = (value: SettingRow['value'], key: string | undefined): SettingRow['value'] => {
	if (typeof value !== 'string') {
		return value;
	}

	return hideSecrets(withoutPassword(value), key === undefined ? [] : [key]);
};

const withoutPassword = (text: string): string => text.replace(/(?<=:\/\/)[^\/?#@]*@/v, '…@');

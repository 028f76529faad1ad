import {onTestFinished} from 'vitest';
import {childScript} from '../../source/child-script.js';
import type {CheckContext} from '../../source/commands/doctor/check.js';
import type {OptionValues} from '../../source/commands/options.js';
import {optionLayers, resolveOptions} from '../../source/commands/resolve-options.js';
import {temporaryFolder} from './temporary-folder.js';

/**
What a check is given on a machine where nothing is set, in a folder of the test's own.

@param environment - Variables that set options.
@param changes - What else differs.
*/
export const checkContext = async (
	environment: Readonly<Record<string, string>> = {},
	changes: Partial<CheckContext> = {},
): Promise<CheckContext> => {
	const folder = await temporaryFolder();
	onTestFinished(() => folder[Symbol.asyncDispose]());
	const {values, origins} = resolveOptions(optionLayers({}, environment, {}, {}));
	return {
		values,
		settings: {
			file: `${folder.path}/settings.json`,
			bundledPrices: [],
			ownPrices: [],
			origins,
			problems: [],
		},
		clock: {nowMs: () => performance.now()},
		terminal: {
			isInputTerminal: true,
			isOutputTerminal: true,
			size: {columns: 120, rows: 40},
			colourBits: 8,
			hasUnicode: true,
			isWithoutColours: false,
		},
		capture: {childScript: childScript('capture-child'), logFile: `${folder.path}/capture.log`},
		folders: {data: `${folder.path}/data`, temporary: folder.path, working: folder.path},
		askServices: async () => undefined,
		signal: new AbortController().signal,
		...changes,
	};
};

/**
Some options with other values.
*/
export const withValues = (context: CheckContext, values: Partial<OptionValues>): CheckContext => ({
	...context,
	values: {...context.values, ...values},
});

import type {Clock} from '../core/clock.js';
import type {Price} from '../core/cost.js';
import type {Output} from '../terminal/output.js';
import type {StopSignals} from '../terminal/stop-signals.js';
import type {OptionName, OptionValues} from './options.js';
import type {ResolvedOptions} from './resolve-options.js';

/**
A verb of the command line. To add one, write a file and a line in `commands.ts`.
*/
export type Command = {
	readonly name: string;

	/**
	What may follow the name, such as `<file|url>…`.
	*/
	readonly inputs: string;
	readonly summary: string;

	/**
	Two or three command lines that show what it is for.
	*/
	readonly examples: readonly string[];
	readonly options: readonly OptionName[];

	/**
	What its help says behind the options, in lines. Loaded only where it is asked for.
	*/
	readonly notes?: () => Promise<readonly string[]>;

	/**
	How many inputs it takes, at least and at most.
	*/
	readonly inputCount: readonly [minimum: number, maximum: number];

	/**
	@returns The exit code.
	@throws {ProblemError} Where it cannot start or cannot go on.
	*/
	readonly run: (context: CommandContext) => Promise<number>;
};

/**
All that a command gets from the outside.
*/
export type CommandContext = {
	readonly inputs: readonly string[];
	readonly values: OptionValues;
	readonly output: Output;
	readonly signals: StopSignals;
	readonly clock: Clock;

	/**
	The bundled prices and after them the user's own, which count first.
	*/
	readonly prices: readonly Price[];
	readonly settings: SettingsContext;
};

/**
What a command that shows and changes the settings has to know about them.
*/
export type SettingsContext = {
	readonly file: string;
	readonly bundledPrices: readonly Price[];
	readonly ownPrices: readonly Price[];

	/**
	Where the value of each option came from.
	*/
	readonly origins: ResolvedOptions['origins'];
};

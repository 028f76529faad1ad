import type {Clock} from '../core/clock.js';
import type {Price} from '../core/cost.js';
import type {Problem} from '../core/problem.js';
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
	Whether it runs also where the settings or the environment cannot be used, to say so by itself. Then the default holds
	for what is wrong.
	*/
	readonly bearsBadSettings?: true;

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

	/**
	What cannot be used of them. None, but for a command that bears it.
	*/
	readonly problems: readonly SettingsProblem[];
};

/**
Something of the settings file, of `.env` or of the environment that cannot be used.
*/
export type SettingsProblem = {
	/**
	Missing where it is not about one option.
	*/
	readonly option?: OptionName;
	readonly problem: Problem;
};

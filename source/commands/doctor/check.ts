import type {CaptureProcessOptions} from '../../audio/microphone/capture-process.js';
import type {TerminalFacts} from '../../terminal/terminal-facts.js';
import type {CommandContext} from '../command.js';
import type {RemoteServices} from './remote-services.js';

/**
Something that is looked at on this machine. To add one, write a file and a line in `checks.ts`.
*/
export type Check = {
	/**
	Its name in JSON.
	*/
	readonly id: string;

	/**
	At most twelve characters.
	*/
	readonly title: string;

	/**
	How long it may take in all. A check that takes longer is given up.
	*/
	readonly limitMs: number;

	/**
	@throws Whatever happens; that is shown as a check that is bad.
	*/
	readonly run: (context: CheckContext) => Promise<CheckResult>;
};

/**
`bad`: something that is wanted does not work. `warning`: something does not, and Duet does without it.
*/
export type CheckStatus = 'good' | 'warning' | 'bad';

export type CheckResult = {
	readonly status: CheckStatus;

	/**
	What was found, the main thing first. May hold text from outside: whoever shows it sanitises it.
	*/
	readonly says: readonly CheckLine[];
	readonly nextStep?: string;
};

/**
A line of its own, or one of a small table: a label and what is said of it.
*/
export type CheckLine = string | readonly [label: string, text: string];

/**
All that checks look at, but for what only one of them knows.
*/
export type CheckContext = Pick<CommandContext, 'values' | 'settings' | 'clock'> & {
	readonly terminal: TerminalFacts;
	readonly capture: CaptureProcessOptions;
	readonly folders: {
		readonly data: string;
		readonly temporary: string;
		readonly working: string;
	};

	/**
	Asks the services that would be used, once for all checks.

	@returns Nothing where none but the local server would be.
	@throws {ProblemError} Where the options do not say which.
	*/
	readonly askServices: () => Promise<RemoteServices | undefined>;

	/**
	Ends whatever a check has begun.
	*/
	readonly signal: AbortSignal;
};

import {readFile} from 'node:fs/promises';
import process from 'node:process';
import {parseEnv} from 'node:util';
import {assetsFolder} from './assets-folder.js';
import type {Command, CommandContext, SettingsProblem} from './commands/command.js';
import {readCommandLine} from './commands/command-line.js';
import {commands} from './commands/commands.js';
import {exitCodeOf} from './commands/exit-code.js';
import {commandHelp, programHelp} from './commands/help.js';
import {type OptionName, options} from './commands/options.js';
import {checkNames, optionLayers, resolveOptions} from './commands/resolve-options.js';
import type {Clock} from './core/clock.js';
import {ProblemError, toProblem} from './core/problem.js';
import {settingsFile} from './storage/paths.js';
import {readBundledPrices} from './storage/prices.js';
import {readSettings, type Settings} from './storage/settings.js';
import {captureConsole} from './terminal/console-capture.js';
import {processOutput} from './terminal/output.js';
import {listenForStopSignals} from './terminal/stop-signals.js';
import {type WatchedStreams, watchStreams} from './terminal/watched-streams.js';

/**
Runs one command line to its end and leaves the process with its exit code.

@param argv - Without the names of Node.js and of the program.
*/
export const main = async (argv: readonly string[]): Promise<void> => {
	const streams = watchStreams();
	const exitCode = await run(argv, streams);

	// Results are out before the process is; a library's forgotten timer does not hold it.
	await streams.flushed();
	process.exit(streams.exitCode() ?? exitCode);
};

const run = async (argv: readonly string[], streams: WatchedStreams): Promise<number> => {
	try {
		const {command, inputs, flags, version} = readCommandLine(argv, import.meta, commands);
		if (flags['version'] === 'true') {
			process.stdout.write(`${version}\n`);
			return 0;
		}

		if (flags['help'] === 'true') {
			process.stdout.write(command === commands[0] ? programHelp(commands) : await commandHelp(command));
			return 0;
		}

		return await runCommand(command, await readContext(command, inputs, flags, streams), streams);
	} catch (error) {
		const problem = toProblem(error);
		processOutput({
			isColourful: !argv.includes('--no-color'),
			isLinear: true,
			isRead: streams.isRead,
		}).problem(problem);
		return exitCodeOf(problem);
	}
};

/**
How long an aborted command has for leaving in order: closing sockets, removing its temporary files.
*/
const lastChanceMs = 500;

/**
After the first signal a command comes to an orderly end by itself. Where that takes longer, it says how not to wait.
*/
const patienceMs = 1000;

const runCommand = async (
	command: Command,
	context: CommandContext,
	streams: WatchedStreams,
): Promise<number> => {
	const {signals, output} = context;
	streams.onBroken(signals.leave);
	signals.stop.addEventListener('abort', () => {
		setTimeout(
			() => output.note('Coming to an end in good order; once more to leave at once.'),
			patienceMs,
		).unref();
	});
	signals.abort.addEventListener('abort', () => {
		setTimeout(() => process.exit(streams.exitCode() ?? signals.exitCode()), lastChanceMs).unref();
	});
	const heard = new Set<string>();
	const releaseConsole = captureConsole(text => {
		if (!heard.has(text)) {
			heard.add(text); // A decoder says the same of every damaged frame.
			output.note(text.trimEnd());
		}
	});
	try {
		return await command.run(context);
	} catch (error) {
		const exitCode = signals.exitCode();
		if (exitCode !== undefined && !(error instanceof ProblemError)) {
			return exitCode; // What was under way was aborted, as it should be.
		}

		throw error;
	} finally {
		releaseConsole();
		output.endLive();
		signals.dispose();
	}
};

const readContext = async (
	{bearsBadSettings}: Command,
	inputs: readonly string[],
	flags: Readonly<Record<string, string>>,
	{isRead}: WatchedStreams,
): Promise<CommandContext> => {
	const file = settingsFile();
	const problems: SettingsProblem[] = [];
	const bear = (error: unknown, option?: OptionName) => {
		if (!bearsBadSettings) {
			throw error;
		}

		problems.push({problem: toProblem(error), ...(option && {option})});
	};
	const [dotEnv, settings, prices] = await Promise.all([
		readDotEnv(),
		readSettings(file).catch((error: unknown): Settings => {
			bear(error);
			return {options: {}, prices: []};
		}),
		readBundledPrices(assetsFolder),
	]);
	try {
		checkSettingNames(settings, file);
	} catch (error) {
		bear(error);
	}

	const {values, origins} = resolveOptions(
		optionLayers(flags, process.env, dotEnv, settings.options),
		bearsBadSettings && ((name, error) => bear(error, name)),
	);
	const clock = monotonicClock();
	return {
		inputs,
		values,
		clock,
		prices: [...prices, ...settings.prices],
		settings: {file, bundledPrices: prices, ownPrices: settings.prices, origins, problems},
		output: processOutput({isColourful: values.color, isLinear: values.linear, isRead}),
		signals: listenForStopSignals(clock.nowMs),
	};
};

/**
@throws {ProblemError} Of kind `bad-input`, for a setting that there is not.
*/
const checkSettingNames = (settings: Settings, file: string): void => {
	checkNames(
		Object.keys(settings.options),
		Object.entries(options)
			.filter(([, option]) => 'isSetting' in option && option.isSetting)
			.map(([name]) => name),
		name => `setting “${name}”`,
		`The settings file is ${file}.`,
	);
};

const readDotEnv = async (): Promise<Readonly<Record<string, string | undefined>>> => {
	try {
		return parseEnv(await readFile('.env', 'utf8'));
	} catch {
		return {}; // There is none, which is usual, or none that can be read.
	}
};

/**
To the microsecond: far finer than what is measured, and short to write down many times a second.
*/
const monotonicClock = (): Clock => {
	const startMs = performance.now();
	return {nowMs: () => Math.round((performance.now() - startMs) * 1000) / 1000};
};

import {tmpdir} from 'node:os';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {styleText} from 'node:util';
import {jsonText} from '../core/json-text.js';
import {dataFolder} from '../storage/paths.js';
import {terminalFacts} from '../terminal/terminal-facts.js';
import {captureOptions} from './capture-options.js';
import type {Command, CommandContext} from './command.js';
import type {Check, CheckContext, CheckResult} from './doctor/check.js';
import type {TextStyle} from './doctor/check-text.js';
import {exitCodeOf} from './exit-code.js';
import {recogniserOptionNames} from './recogniser-options.js';
import {untilAborted} from './until-aborted.js';

/**
What works on this machine and what does not, each with what to do.
*/
export const doctor: Command = {
	name: 'doctor',
	inputs: '',
	summary: 'what works here and what does not, each with what to do',
	examples: ['duet doctor', 'duet doctor --region us', 'duet doctor --json'],
	options: ['engine', 'api-key', 'region', 'batch-url', 'rt-url', ...recogniserOptionNames, 'device', 'json'],
	inputCount: [0, 0],
	bearsBadSettings: true,
	async run(context) {
		const {output, signals, values} = context;
		const [{checks}, {runChecks}, {checkText}, {settingRows}, {settingsTable, summaryText}] =
			await Promise.all([
				import('./doctor/checks.js'),
				import('./doctor/run-checks.js'),
				import('./doctor/check-text.js'),
				import('./doctor/setting-rows.js'),
				import('./doctor/report-text.js'),
			]);
		const settings = settingRows(context);
		const style = textStyle(context);
		const results: Array<CheckResult & Pick<Check, 'id' | 'title'>> = [];
		output.live(() => ({text: '', status: [`Looking at ${checks[results.length]?.title ?? 'the rest'} …`]}));
		const asked = await checkContext(context);
		await Promise.race([asked.askServices().catch(() => {}), sleep(headStartMs, undefined, {ref: false})]);
		const ran = runChecks(checks, asked, ({id, title}, result) => {
			results.push({id, title, ...result});
			if (!values.json && !signals.stop.aborted) {
				output.write(checkText({title}, result, style));
			}
		});
		await Promise.race([ran, untilAborted(signals.stop)]);
		output.endLive();
		if (signals.stop.aborted) {
			return signals.exitCode() ?? exitCodeOf({kind: 'interrupted'});
		}

		if (values.json) {
			output.write(jsonText({version: 1, checks: results.map(jsonCheck), settings}));
		} else {
			output.write(`\n${settingsTable(settings, style)}\n\n${summaryText(results, style)}\n`);
		}

		return results.some(({status}) => status === 'bad') ? 1 : 0;
	},
};

/**
The services are asked first, and so long nothing else is done: their answers are timed, and this process would keep them
waiting.
*/
const headStartMs = 1000;

const checkContext = async ({values, settings, clock, signals}: CommandContext): Promise<CheckContext> => {
	const {askRemoteServices} = await import('./doctor/remote-services.js');
	const asked = askRemoteServices(values, clock, signals.stop);
	asked.catch(() => {}); // Those who ask are told.
	return {
		values,
		settings,
		clock,
		terminal: terminalFacts(),
		capture: captureOptions(),
		folders: {data: dataFolder(), temporary: tmpdir(), working: process.cwd()},
		askServices: () => asked,
		signal: signals.stop,
	};
};

const textStyle = ({values, output}: CommandContext): TextStyle => {
	const {stdout} = process;
	return {
		columns: output.columns,
		hasUnicode: terminalFacts().hasUnicode,
		paint: (format, text) => (values.color ? styleText(format, text, {stream: stdout}) : text),
	};
};

const jsonCheck = ({says, ...check}: CheckResult & Pick<Check, 'id' | 'title'>) => ({
	...check,
	says: says.map(line => (typeof line === 'string' ? line : `${line[0]}: ${line[1]}`)),
});

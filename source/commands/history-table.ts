import {noFigure} from '../core/comparison-rows.js';
import {countText, lengthText} from '../core/figures.js';
import type {RunMode} from '../core/mode.js';
import {sanitise} from '../core/sanitise.js';
import type {ModeSummary} from '../storage/history/run-summary.js';
import {isBrokenOff, type StoredRun} from '../storage/history/stored-run.js';
import {plainTable} from '../terminal/plain-table.js';
import {localTime} from './local-time.js';

/**
Runs as a table, a row each, ending in a newline.

@param columns - How wide it may be.
*/
export const historyTable = (runs: readonly StoredRun[], columns: number): string => {
	const headings = ['Run', 'When', 'Mode', 'Audio', 'Length', 'Result', 'Begins with'];
	return `${plainTable(headings, runs.map(cells), columns)}\n`;
};

const cells = (run: StoredRun): readonly string[] => {
	const {id, header, audio, summary} = run;
	return [
		id.slice(id.lastIndexOf('-') + 1),
		localTime(header.startedAt),
		modeTitles[header.mode],
		sanitise(audio.name),
		knownLengthText(audio.seconds ?? summary.sentSeconds),
		[stateText(run), modeText('batch', summary.batch), modeText('real-time', summary.realTime)]
			.filter(part => part !== undefined)
			.join(', '),
		shortened(sanitise(summary.text)),
	];
};

const knownLengthText = (seconds: number): string => (seconds > 0 ? lengthText(seconds) : noFigure);

const modeTitles: Readonly<Record<RunMode, string>> = {
	'side-by-side': 'both',
	batch: 'batch',
	'real-time': 'real-time',
};

const stateText = (run: StoredRun): string | undefined => {
	if (run.isRunning) {
		return 'goes on';
	}

	return isBrokenOff(run) ? 'broken off' : undefined;
};

const modeText = (title: string, summary: ModeSummary | undefined): string | undefined => {
	if (!summary) {
		return undefined;
	}

	return summary.phase === 'done' || (summary.phase !== 'failed' && summary.words > 0)
		? `${title} ${countText(summary.words, 'word')}`
		: `${title} ${summary.phase}`;
};

const longestText = 40;

const shortened = (text: string): string => {
	const characters = Array.from(text);
	return characters.length > longestText ? `${characters.slice(0, longestText - 1).join('')}…` : text;
};

/**
A run as `duet history --json` has it.
*/
export const historyJson = (run: StoredRun): Record<string, unknown> => {
	const {id, header, audio, summary, endedAt, isRunning} = run;
	const {kind, title, recogniser} = header.engine;
	return {
		id,
		startedAt: header.startedAt,
		...(endedAt !== undefined && {endedAt}),
		state: isRunning ? 'running' : isBrokenOff(run) ? 'broken off' : 'ended',
		mode: header.mode,
		isLive: header.isLive,
		audio,
		engine: {kind, title, ...(recogniser !== undefined && {recogniser})},
		...(summary.batch && {batch: modeJson(summary.batch)}),
		...(summary.realTime && {realtime: modeJson(summary.realTime)}),
		text: summary.text,
	};
};

const modeJson = ({phase, words, problem}: ModeSummary) => ({
	status: phase,
	words,
	...(problem !== undefined && {error: problem}),
});

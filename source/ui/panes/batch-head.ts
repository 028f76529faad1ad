import {batchPhasesMs, turnaroundMs} from '../../core/batch-phases.js';
import type {BatchState} from '../../core/batch-state.js';
import {bytesText, lengthText, percentText, secondsText} from '../../core/figures.js';
import {retryWaitText} from '../../core/retry-wait.js';
import {sanitise} from '../../core/sanitise.js';
import type {CurrentRun} from '../current-run.js';
import type {Line, Span} from '../line.js';
import type {Theme} from '../theme.js';
import {recordingHead} from './input-head.js';
import {joined} from './joined.js';

/**
What a batch job is doing, for the border of its pane.
*/
export const batchStatus = ({phase}: BatchState, {signs}: Theme): Span => {
	switch (phase) {
		case 'waiting': {
			return {text: `${signs.waiting} waiting`, style: 'quiet'};
		}

		case 'done': {
			return {text: `${signs.done} done`, style: 'good'};
		}

		case 'failed': {
			return {text: `${signs.failed} failed`, style: 'bad'};
		}

		default: {
			return {text: `${signs.live} ${phase}`, style: 'accent'};
		}
	}
};

/**
What is waited for, then how far the job is, then where the time went as it becomes known, then what is transcribed: the most wanted first, as
not all of it may fit.
*/
export const batchHead = (current: CurrentRun, columns: number, theme: Theme): readonly Line[] => {
	const dot = theme.signs.dot;
	return [
		...(current.run.batch.begunMs === undefined ? recordingHead(current, columns, theme) : []),
		...joined(waiting(current), columns, dot),
		...joined(progress(current, columns, theme), columns, dot),
		...joined(split(current), columns, dot),
		...joined(subject(current), columns, dot),
	];
};

const waiting = ({run: {batch}, nowMs}: CurrentRun): readonly Span[] =>
	batch.waiting ? [{text: sanitise(retryWaitText(batch.waiting, nowMs)), style: 'warning'}] : [];

const progress = ({run: {batch}, nowMs}: CurrentRun, columns: number, {signs}: Theme): readonly Span[] => {
	const age = secondsText(Math.max(0, nowMs - (batch.begunMs ?? nowMs)));
	switch (batch.phase) {
		case 'waiting': {
			return [];
		}

		case 'uploading': {
			const share = batch.totalBytes > 0 ? batch.sentBytes / batch.totalBytes : 0;
			const width = Math.max(5, Math.min(24, columns - 34));
			const full = Math.round(share * width);
			const bar = signs.barFull.repeat(full) + signs.barEmpty.repeat(width - full);
			return [
				{text: bar, style: 'accent'},
				{text: `${percentText(share)} of ${bytesText(batch.totalBytes)}`, style: 'plain'},
				{text: age, style: 'quiet'},
			];
		}

		case 'queued':
		case 'running':
		case 'downloading': {
			return [
				{text: `job ${sanitise(batch.jobId ?? '')} ${jobVerb(batch)}`, style: 'plain'},
				{text: age, style: 'quiet'},
			];
		}

		case 'done': {
			return [{text: `done ${secondsText(turnaroundMs(batch) ?? 0)} after submit`, style: 'good'}];
		}

		case 'failed': {
			return batch.jobId === undefined ? [] : [{text: `job ${sanitise(batch.jobId)}`, style: 'plain'}];
		}
	}
};

const jobVerb = ({phase, jobStatus}: BatchState): string => {
	if (phase === 'downloading') {
		return 'is done, fetching the text';
	}

	return jobStatus === 'queued' ? 'waits in the queue' : 'is running';
};

const split = ({run: {batch}}: CurrentRun): readonly Span[] => {
	const known =
		batchPhasesMs(batch) ??
		(batch.begunMs !== undefined && batch.jobCreatedMs !== undefined
			? {upload: batch.jobCreatedMs - batch.begunMs}
			: {});
	return Object.entries(known)
		.filter(([name, milliseconds]) => name !== 'queued' || milliseconds > 0)
		.map(([name, milliseconds]) => ({text: `${name} ${secondsText(milliseconds)}`, style: 'plain'}));
};

const subject = ({subject: known}: CurrentRun): readonly Span[] =>
	known?.whole
		? [
				{text: known.name, style: 'quiet'},
				{text: known.whole.fileFormat, style: 'quiet'},
				{text: bytesText(known.whole.fileBytes), style: 'quiet'},
				{text: lengthText(known.whole.seconds), style: 'quiet'},
			]
		: [];

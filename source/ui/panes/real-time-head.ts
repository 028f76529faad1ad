import {lengthText, secondsText} from '../../core/figures.js';
import {behindSeconds, type RealTimeState} from '../../core/real-time-state.js';
import {sanitise} from '../../core/sanitise.js';
import {connectingText, lossTexts} from '../../core/session-texts.js';
import type {CurrentRun} from '../current-run.js';
import type {Line, Span} from '../line.js';
import type {Theme} from '../theme.js';
import {joined} from './joined.js';
import {meter} from './meter.js';

/**
What a real-time session is doing, for the border of its pane.
*/
export const realTimeStatus = (state: RealTimeState, {signs}: Theme): Span => {
	switch (state.phase) {
		case 'waiting': {
			return {text: `${signs.waiting} waiting`, style: 'quiet'};
		}

		case 'connecting': {
			const style = state.retry ? 'warning' : 'accent';
			return {text: `${signs.waiting} ${connectingText(state)}`, style};
		}

		case 'streaming': {
			return {text: `${signs.live} streaming`, style: 'accent'};
		}

		case 'draining': {
			return {text: `${signs.live} last words`, style: 'accent'};
		}

		case 'done': {
			return {text: `${signs.done} done`, style: 'good'};
		}

		case 'failed': {
			return {text: `${signs.failed} failed`, style: 'bad'};
		}
	}
};

/**
The level of the audio, the place in it, how far the text is behind, and the source.
*/
export const realTimeHead = (current: CurrentRun, columns: number, theme: Theme): readonly Line[] => {
	const dot = theme.signs.dot;
	return [
		...joined(progress(current, theme), columns, dot),
		...joined(connection(current), columns, dot),
		...joined(losses(current), columns, dot),
		...joined(source(current), columns, dot),
	];
};

const progress = ({run: {realTime}, subject, input, loudness}: CurrentRun, theme: Theme): readonly Span[] => {
	if (realTime.begunMs === undefined) {
		return [];
	}

	const length = subject?.whole ? ` of ${lengthText(subject.whole.seconds)}` : '';
	const position = {text: `${lengthText(realTime.sentSeconds)}${length}`, style: 'plain'} as const;
	if (realTime.phase === 'done' || realTime.phase === 'failed') {
		return [position];
	}

	return [
		...(input ? [] : [{text: meter(loudness.levels, theme), style: 'good'} as const]),
		position,
		{text: `${secondsText(behindSeconds(realTime) * 1000)} behind`, style: 'plain'},
	];
};

const connection = ({run: {realTime}}: CurrentRun): readonly Span[] => {
	const {begunMs, connectedMs, startedMs} = realTime;
	const parts: Span[] = [];
	if (begunMs !== undefined && connectedMs !== undefined) {
		parts.push({text: `connect ${secondsText(connectedMs - begunMs)}`, style: 'plain'});
	}

	if (connectedMs !== undefined && startedMs !== undefined) {
		parts.push({text: `start ${secondsText(startedMs - connectedMs)}`, style: 'plain'});
	}

	return parts;
};

/**
Why there is no session just now, and what those that were lost have cost.
*/
const losses = ({run: {realTime}}: CurrentRun): readonly Span[] => {
	const {again, dropped} = lossTexts(realTime);
	return [
		...(realTime.retry ? [{text: sanitise(realTime.retry.problem.message), style: 'warning'} as const] : []),
		...(again === undefined ? [] : [{text: again, style: 'plain'} as const]),
		...(dropped === undefined ? [] : [{text: dropped, style: 'warning'} as const]),
	];
};

const source = ({subject}: CurrentRun): readonly Span[] =>
	subject
		? [
				...(subject.isLive
					? []
					: ([
							{text: subject.name, style: 'quiet'},
							{
								text:
									subject.pace === 1
										? 'at the pace of speech'
										: `at ${subject.pace} times the pace of speech`,
								style: 'quiet',
							},
						] as const)),
				{text: `max delay ${subject.options.maxDelaySeconds} s`, style: 'quiet'},
			]
		: [];

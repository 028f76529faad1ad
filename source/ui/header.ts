import {lengthText} from '../core/figures.js';
import type {RunMode} from '../core/mode.js';
import {type AppState, frontScreen} from './app-state.js';
import type {CurrentRun} from './current-run.js';
import {cutEnd, type Line, lineWidth, span} from './line.js';
import {inputStatus} from './panes/input-head.js';
import {hasAudio, isGoingOn} from './run-facts.js';
import type {ScreenName} from './screen.js';
import {textWidth} from './text-width.js';
import type {Theme} from './theme.js';

const modeTitles: Readonly<Record<RunMode, string>> = {
	'side-by-side': 'Side by side',
	batch: 'Batch',
	'real-time': 'Real-time',
};

const screenTitles: Readonly<Record<Exclude<ScreenName, 'run'>, string>> = {
	modes: 'Choose a mode',
	audio: 'Choose the audio',
	advice: 'Which mode should I use?',
	settings: 'Settings',
	help: 'Help',
};

/**
The first row: where the user is, what is transcribed with what, and how far it is. Where there is no room, what is least
needed is left out; which engine it is always stays, and in front of a run that its microphone is on.
*/
export const headerLine = (state: AppState): Line => {
	const {signs} = state.theme;
	const {columns} = state.size;
	const {current} = state;
	const screen = frontScreen(state);
	const starts = startTexts(screen, current).map(parts => parts.join(` ${signs.dot} `));
	const ends = current ? endTexts(current) : [''];
	const name = span(' Duet ', 'selected');
	const mark = screen === 'run' ? [] : microphoneMark(current, state.theme);
	const room = columns - lineWidth([name, ...mark]) - 4;
	const [start, end] = starts
		.flatMap((text, index) =>
			ends.map((other, place) => ({pair: [text, other] as const, loss: index + 2 * place})),
		)
		.sort((a, b) => a.loss - b.loss)
		.map(({pair}) => pair)
		.find(([text, other]) => textWidth(text) + textWidth(other) <= room) ?? ['', ends.at(-1) ?? ''];
	const shownEnd = cutEnd(end, room, signs.ellipsis);
	const gap = room + 2 - textWidth(start) - textWidth(shownEnd);
	return [name, span(`  ${start}${' '.repeat(Math.max(1, gap))}`), ...mark, span(shownEnd, 'quiet')];
};

/**
That a microphone is on, where no pane says so: nobody must be recorded without knowing it.
*/
const microphoneMark = (current: CurrentRun | undefined, theme: Theme): Line =>
	current?.input && current.phase === 'running' && hasAudio(current)
		? [inputStatus(current, theme) ?? span(`${theme.signs.live} recording`, 'bad'), span('  ')]
		: [];

/**
What stands on the left, the longest first.
*/
const startTexts = (
	screen: ScreenName,
	current: CurrentRun | undefined,
): ReadonlyArray<readonly string[]> => {
	if (screen !== 'run') {
		return [[screenTitles[screen]]];
	}

	if (!current) {
		return [[]];
	}

	const {request, subject, input} = current;
	const name = input?.title ?? subject?.name ?? '';
	const title = modeTitles[request.mode];
	return subject
		? [[title, name, subject.options.language, subject.options.model], [title, name], [name], [title]]
		: [[title]];
};

/**
What stands on the right, the longest first.
*/
const endTexts = (current: CurrentRun): readonly string[] => {
	const {subject} = current;
	if (!subject) {
		return [isGoingOn(current) ? 'preparing' : ''];
	}

	const position = positionText(current);
	return [
		`engine: ${subject.engineTitle}   ${position}`,
		`${subject.engineTitle}  ${position}`,
		subject.engineTitle,
	];
};

const positionText = ({subject, input, run, request}: CurrentRun): string => {
	const length = subject?.whole && lengthText(subject.whole.seconds);
	if (length === undefined) {
		return lengthText(input?.heardSeconds ?? 0); // It has no end yet.
	}

	return request.mode === 'batch' ? length : `${lengthText(run.realTime.sentSeconds)} / ${length}`;
};

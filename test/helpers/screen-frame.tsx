import {renderToString} from 'ink';
import type {FC} from 'react';
import type {Actions} from '../../source/ui/actions.js';
import type {ScreenProps} from '../../source/ui/screen.js';
import {createTheme, type Theme} from '../../source/ui/theme.js';
import {noInputs} from './inputs.js';

export const plainTheme = createTheme({hasColour: false, hasUnicode: true});
export const asciiTheme = createTheme({hasColour: false, hasUnicode: false});

/**
Actions of which none is expected to be asked for, but the look for audio when the chooser opens.
*/
const idleActions: Actions = {
	startRun() {},
	resumeRun() {},
	stopRun() {},
	togglePause() {},
	reopenInput() {},
	listInputs: async () => noInputs,
	exportTranscript() {},
	saveSettings: async () => undefined,
	completePath: async typed => ({typed, completed: typed, candidates: []}),
	findAudio: async () => ({recent: [], nearby: []}),
	quit() {},
};

/**
What a screen needs besides its state.
*/
export const idleProps = <State, Event>(
	state: State,
	columns: number,
	rows: number,
	theme: Theme = plainTheme,
): ScreenProps<State, Event> => ({
	state,
	columns,
	rows,
	theme,
	actions: idleActions,
	dispatch() {},
	open() {},
	back() {},
});

/**
A screen as rows of text.
*/
export const screenRows = <State, Event>(
	Screen: FC<ScreenProps<State, Event>>,
	state: State,
	columns: number,
	rows: number,
	theme: Theme = plainTheme,
): readonly string[] =>
	renderToString(<Screen {...idleProps<State, Event>(state, columns, rows, theme)} />, {columns}).split('\n');

import {Box, useInput} from 'ink';
import {useCallback} from 'react';
import type {Store} from '../core/store.js';
import type {Actions} from './actions.js';
import type {AppContext} from './app-context.js';
import {type AppEvent, type AppState, frontScreen, type TerminalSize} from './app-state.js';
import {headerLine} from './header.js';
import {hintLines} from './hints.js';
import {keyNames} from './key-names.js';
import {isTooSmall, screenSize, smallestSize} from './layout.js';
import {wrappedLines} from './line.js';
import {Lines} from './lines.js';
import {pressKeys} from './press-keys.js';
import {Screen} from './screens/screens.js';
import {useFadingNotice} from './use-fading-notice.js';
import {useStore} from './use-store.js';
import {useTerminalSize} from './use-terminal-size.js';

/**
The whole app: a header, the screen in front, and the keys that work on it.
*/
export const App = ({
	store,
	actions,
}: {
	readonly store: Store<AppState, AppEvent>;
	readonly actions: Actions;
}) => {
	const {getState, dispatch} = store;
	const state = useStore(store);
	useTerminalSize(useCallback((size: TerminalSize) => dispatch({type: 'resized', size}), [dispatch]));
	useFadingNotice(state.notice, dispatch);
	useInput((input, key) => {
		pressKeys(keyNames(input, key), () => ({state: getState(), dispatch, actions}));
	});

	const {size, theme} = state;
	const {columns} = size;
	if (isTooSmall(size)) {
		return <TooSmall state={state} />;
	}

	// One row stays free: a frame as high as the terminal makes some terminals scroll.
	const context: AppContext = {state, dispatch, actions};
	const hints = hintLines(context);
	return (
		<Box flexDirection="column" width={columns} height={size.rows - 1}>
			<Lines lines={[headerLine(state)]} columns={columns} rows={1} theme={theme} />
			<Box flexShrink={0} height={screenSize(size, hints.length).rows}>
				<Screen key={frontScreen(state)} hintRows={hints.length} {...context} />
			</Box>
			<Lines lines={hints} columns={columns} rows={hints.length} theme={theme} />
		</Box>
	);
};

const TooSmall = ({state: {size, theme}}: {readonly state: AppState}) => {
	const needed = `Duet needs ${smallestSize.columns}×${smallestSize.rows}; this is ${size.columns}×${size.rows}.`;
	const lines = wrappedLines(needed, size.columns, {style: 'warning'});
	return <Lines lines={lines} columns={size.columns} rows={Math.max(1, size.rows - 1)} theme={theme} />;
};

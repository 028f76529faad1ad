import {useWindowSize} from 'ink';
import {useEffect} from 'react';
import type {TerminalSize} from './app-state.js';

/**
Tells the size of the terminal whenever it changes. Ink hears of it; the state holds it.
*/
export const useTerminalSize = (onChange: (size: TerminalSize) => void): TerminalSize => {
	const {columns, rows} = useWindowSize();
	useEffect(() => {
		onChange({columns, rows});
	}, [onChange, columns, rows]);
	return {columns, rows};
};

import type {TerminalFacts} from '../terminal/terminal-facts.js';

/**
Why the full-screen app cannot be opened here, as it continues a sentence that begins with “because”.

@param isLinear - Whether the user wants nothing to be drawn in place.
@returns Nothing where it can.
*/
export const fullScreenObstacle = (
	{isInputTerminal, isOutputTerminal, type}: TerminalFacts,
	isLinear: boolean,
): string | undefined => {
	const obstacles = [
		{isThere: !isOutputTerminal, reason: 'stdout is not a terminal'},
		{isThere: !isInputTerminal, reason: 'stdin is not a terminal'},
		{isThere: type === 'dumb', reason: 'TERM is dumb'},
		{isThere: isLinear, reason: '--linear asks for line by line'},
	];
	return obstacles.find(({isThere}) => isThere)?.reason;
};

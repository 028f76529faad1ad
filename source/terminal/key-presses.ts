import process from 'node:process';

/**
Hears single keys at the terminal, without Enter.

Ctrl-C, which arrives as a key then, stays the signal that it is elsewhere.

@param onKey - Gets each character.
@returns Gives the terminal back; nothing where stdin is none.
*/
export const listenForKeys = (onKey: (key: string) => void): (() => void) | undefined => {
	const {stdin} = process;
	if (!stdin.isTTY) {
		return undefined;
	}

	const onData = (data: Buffer) => {
		for (const key of data.toString()) {
			if (key === '\u{3}') {
				process.emit('SIGINT', 'SIGINT'); // On Windows a signal to oneself ends the process at once.
			} else {
				onKey(key);
			}
		}
	};
	stdin.setRawMode(true);
	stdin.on('data', onData);
	return () => {
		stdin.off('data', onData);
		stdin.setRawMode(false);
		stdin.pause();
	};
};

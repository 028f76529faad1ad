import type {WriteStream} from 'node:tty';
import xterm from '@xterm/headless';

/**
A terminal that exists only in memory: what is written to its stream can be read from its screen.
*/
export const createScreen = (columns: number, rows: number) => {
	const terminal = new xterm.Terminal({
		cols: columns,
		rows,
		allowProposedApi: true,
		convertEol: true,
		scrollback: 1000,
	});
	let written = Promise.resolve();
	const stream = {
		isTTY: true,
		get columns() {
			return terminal.cols;
		},
		get rows() {
			return terminal.rows;
		},
		write(text: string) {
			written = new Promise(resolve => {
				terminal.write(text, resolve);
			});
			return true;
		},
	};
	return {
		stream: stream as unknown as WriteStream,
		write: stream.write,
		resize(newColumns: number, newRows: number) {
			terminal.resize(newColumns, newRows);
		},

		/**
		Every line from the top of the scrollback, without the empty ones at the end.
		*/
		async lines(): Promise<readonly string[]> {
			await written;
			const buffer = terminal.buffer.active;
			const lines = Array.from(
				{length: buffer.length},
				(_, index) => buffer.getLine(index)?.translateToString(true) ?? '',
			);
			return lines.slice(0, lines.findLastIndex(line => line !== '') + 1);
		},
	};
};

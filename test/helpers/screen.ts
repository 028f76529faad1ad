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
		The same with the rows joined that the terminal has wrapped: as it is copied with a mouse.
		*/
		async unwrappedLines(): Promise<readonly string[]> {
			await written;
			const buffer = terminal.buffer.active;
			const lines: string[] = [];
			for (let index = 0; index < buffer.length; index++) {
				const row = buffer.getLine(index);
				const text = row?.translateToString(!buffer.getLine(index + 1)?.isWrapped) ?? '';
				if (row?.isWrapped && lines.length > 0) {
					lines[lines.length - 1] += text;
				} else {
					lines.push(text);
				}
			}

			return lines;
		},

		/**
		What is visible: a row of text for each row of the terminal. Cells beyond the edge, which stay after it got
		narrower, are not part of it.
		*/
		async frame(): Promise<readonly string[]> {
			await written;
			const {active} = terminal.buffer;
			return Array.from(
				{length: terminal.rows},
				(_, row) => active.getLine(active.baseY + row)?.translateToString(true, 0, terminal.cols) ?? '',
			);
		},

		async isAlternate(): Promise<boolean> {
			await written;
			return terminal.buffer.active.type === 'alternate';
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

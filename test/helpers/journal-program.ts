import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import path from 'node:path';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {build} from 'esbuild';

/**
Bundles `journal-child.ts`.

@returns The program's path.
*/
export const buildJournalProgram = async (folder: string): Promise<string> => {
	const outfile = path.join(folder, 'journal.mjs');
	await build({
		entryPoints: [path.join(import.meta.dirname, 'journal-child.ts')],
		outfile,
		bundle: true,
		format: 'esm',
		platform: 'node',
		logLevel: 'warning',
	});
	return outfile;
};

/**
Runs it until it has come to its end or was killed, also under a shell's limit on the size of files.

@param onFinal - Told the number of each final that is in the journal.
@returns How many finals it said were in the journal, and what it said in the end.
*/
export const runJournalProgram = async (
	program: string,
	{
		folder,
		wordCount,
		blockLimit,
		onFinal = () => {},
	}: {
		readonly folder: string;
		readonly wordCount: number;

		/**
		In blocks of 512 bytes. It can be raised again.
		*/
		readonly blockLimit?: number;
		readonly onFinal?: (number: number, child: ChildProcess) => void;
	},
): Promise<{readonly finalCount: number; readonly last: unknown}> => {
	const limit = blockLimit === undefined ? '' : `ulimit -S -f ${blockLimit};`;
	const child = spawn(
		'sh',
		['-c', `${limit} exec "$0" "$@"`, process.execPath, program, folder, String(wordCount)],
		{stdio: ['ignore', 'pipe', 'inherit']},
	);
	const gone = once(child, 'exit');
	let finalCount = 0;
	let last: unknown;
	for await (const line of createInterface({input: child.stdout})) {
		last = JSON.parse(line);
		if (typeof last === 'number') {
			finalCount = last + 1;
			onFinal(last, child);
		}
	}

	await gone;
	return {finalCount, last};
};

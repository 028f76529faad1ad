import {type ChildProcess, spawn} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {build} from 'esbuild';

/**
Bundles `record-child.ts`.

@returns The program's path.
*/
export const buildRecordProgram = async (folder: string): Promise<string> => {
	const outfile = path.join(folder, 'record.mjs');
	await build({
		entryPoints: [path.join(import.meta.dirname, 'record-child.ts')],
		outfile,
		bundle: true,
		format: 'esm',
		platform: 'node',
		packages: 'external',
		logLevel: 'warning',
	});
	return outfile;
};

/**
Runs it, also under a shell's limit on the size of files, and reads what it says.

@param onHandedOn - Told how many bytes were handed on after each chunk.
@returns Its last line that is an object, once it is gone.
*/
export const runRecordProgram = async (
	program: string,
	{
		arguments: given,
		blockLimit,
		temporary,
		onHandedOn = () => {},
	}: {
		readonly arguments: readonly string[];
		readonly blockLimit?: number;

		/**
		The folder for its temporary files.
		*/
		readonly temporary?: string;
		readonly onHandedOn?: (bytes: number, child: ChildProcess) => void;
	},
): Promise<unknown> => {
	const limit = blockLimit === undefined ? '' : `ulimit -f ${blockLimit};`;
	const child = spawn('sh', ['-c', `${limit} exec "$0" "$@"`, process.execPath, program, ...given], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: {...process.env, ...(temporary !== undefined && {TMPDIR: temporary})},
	});
	let last: unknown;
	for await (const line of createInterface({input: child.stdout})) {
		last = JSON.parse(line);
		if (typeof last === 'number') {
			onHandedOn(last, child);
		}
	}

	return last;
};

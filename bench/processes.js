import {spawn} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const duet = path.join(root, 'dist', 'cli.js');
export const sample = path.join(root, 'assets', 'sample.wav');

/**
Time of day in milliseconds, with fractions, comparable between processes of one machine.
*/
export const timeOfDayMs = () => performance.timeOrigin + performance.now();

/**
Makes a process tell its peak memory on file descriptor 3 when it ends.
*/
const tellPeakMemory = `data:text/javascript,${encodeURIComponent(
	"import {writeSync} from 'node:fs'; process.on('exit', () => { writeSync(3, String(process.resourceUsage().maxRSS)); });",
)}`;

/**
Runs a script under this Node.js to its end.

@returns What it printed, when its first output came, how long it ran and its peak memory.
*/
export const runNode = async (arguments_, environment = {}) => {
	const startedMs = timeOfDayMs();
	const child = spawn(process.execPath, ['--import', tellPeakMemory, ...arguments_], {
		cwd: root,
		env: {...process.env, ...environment},
		stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
	});
	let firstOutputMs = Number.NaN;
	child.stdout.once('data', () => {
		firstOutputMs = timeOfDayMs();
	});
	const closed = new Promise(resolve => {
		child.once('close', resolve);
	});
	const [stdout, stderr, peakKilobytes] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		text(child.stdio[3]),
	]);
	const exitCode = await closed;
	if (exitCode !== 0) {
		throw new Error(`${arguments_.join(' ')} ended with ${exitCode}: ${stderr}`);
	}

	return {
		stdout,
		firstOutputMs,
		tookMs: timeOfDayMs() - startedMs,
		peakMegabytes: Number(peakKilobytes) / 1000,
	};
};

/**
Bundles a script of this folder, with its packages left outside, or whole as Duet itself is.
*/
export const bundle = async (entry, outfile, {define = {}, isWhole = false} = {}) =>
	build({
		absWorkingDir: root,
		entryPoints: [entry],
		outdir: path.dirname(outfile),
		bundle: true,
		splitting: isWhole,
		format: 'esm',
		platform: 'node',
		target: 'node22',
		jsx: 'automatic',
		minify: true,
		mainFields: ['main', 'module'],
		define,
		logLevel: 'warning',
		...(isWhole
			? {
					external: ['react-devtools-core'],
					banner: {
						js: "import {createRequire as __createRequire} from 'node:module';const require=__createRequire(import.meta.url);",
					},
				}
			: {packages: 'external'}),
	});

/**
Starts the local server in a process of its own.

@returns Its addresses and key, and `stop`.
*/
export const startServer = async (...arguments_) => {
	const outfile = path.join(root, 'node_modules', '.cache', 'duet-bench', 'server.js'); // Finds its packages there.
	await bundle('bench/server.ts', outfile);
	const child = spawn(process.execPath, [outfile, '--assets', path.join(root, 'assets'), ...arguments_], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const [line] = await new Promise(resolve => {
		child.stdout.once('data', chunk => resolve(String(chunk).split('\n')));
	});
	return {
		...JSON.parse(line),
		stop() {
			child.kill();
		},
	};
};

/**
The middle one of some figures.
*/
export const median = values => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/**
Bundles `source/cli.ts` into `dist/`. With `--if-needed` only where a source file is newer than the bundle.
*/
import {readdir, rm, stat} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const root = path.dirname(fileURLToPath(import.meta.url));
const entry = path.join(root, 'dist', 'cli.js');

const newestMs = async folder => {
	const entries = await readdir(folder, {recursive: true, withFileTypes: true});
	const files = entries.filter(file => file.isFile()).map(file => path.join(file.parentPath, file.name));
	const times = await Promise.all(files.map(async file => (await stat(file)).mtimeMs));
	return Math.max(...times);
};

const isUpToDate = async () => {
	try {
		const [built, source, ...rest] = await Promise.all([
			stat(entry),
			newestMs(path.join(root, 'source')),
			...['build.js', 'package.json'].map(file => stat(path.join(root, file))),
		]);
		return built.mtimeMs > Math.max(source, ...rest.map(file => file.mtimeMs));
	} catch (error) {
		if (error.code === 'ENOENT') {
			return false; // Nothing is built yet.
		}

		throw error;
	}
};

if (!(process.argv.includes('--if-needed') && (await isUpToDate()))) {
	await rm(path.join(root, 'dist'), {recursive: true, force: true}); // Old chunks have other names.
	await build({
		absWorkingDir: root,
		entryPoints: {
			cli: 'source/cli.ts',
			'capture-child': 'source/audio/microphone/capture-child.ts',
			'decoder-child': 'source/local/recognisers/pocketsphinx/decoder-child.ts',
		},
		outdir: 'dist',
		bundle: true,
		splitting: true,
		format: 'esm',
		platform: 'node',
		target: 'node22',
		jsx: 'automatic',
		minify: true,
		legalComments: 'none',
		logLevel: 'warning',
		mainFields: ['main', 'module'], // The real-time client's `module` is its browser build.
		define: {'process.env.NODE_ENV': '"production"'},
		external: [
			'@picovoice/pvrecorder-node',
			'koffi',
			'naudiodon',
			'react-devtools-core', // Ink asks for it only where DEV is set.
			'@audio/decode-ape', // audio-decode offers a format whose package it does not install.
		],
		banner: {
			js: "import {createRequire as __createRequire} from 'node:module';const require=__createRequire(import.meta.url);",
		},
	});
}

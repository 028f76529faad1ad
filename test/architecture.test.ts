import {readdirSync, readFileSync} from 'node:fs';
import {builtinModules} from 'node:module';
import path from 'node:path';
import {describe, expect, it} from 'vitest';

/**
The map of the program: each folder, and what it may import besides itself. Only the files directly in `source/` and
the commands know all folders.
*/
const folders: Readonly<Record<string, readonly string[]>> = {
	core: [],
	audio: ['core', 'node', 'audio-decode', 'naudiodon', '@picovoice/pvrecorder-node'],
	speechmatics: [
		'core',
		'node',
		'@speechmatics/auth',
		'@speechmatics/batch-client',
		'@speechmatics/real-time-client',
	],
	local: ['core', 'node', 'ws', '@fastify/busboy', 'koffi'],
	runs: ['core'],
	storage: ['core', 'node', 'env-paths'],
	formats: ['core'],
	terminal: ['core', 'node', 'string-width'],
	ui: ['core', 'react', 'ink', 'ink-select-input', 'string-width'],
	commands: [
		'root',
		'ui',
		'core',
		'audio',
		'speechmatics',
		'local',
		'runs',
		'storage',
		'formats',
		'terminal',
		'node',
		'meow',
		'string-width',
	],
};

const sourceFolder = path.join(import.meta.dirname, '..', 'source');

const filesOf = (folder: string): readonly string[] =>
	readdirSync(path.join(sourceFolder, folder), {recursive: true, encoding: 'utf8'})
		.filter(file => /\.tsx?$/.test(file))
		.map(file => path.join(folder, file));

const importsOf = (file: string): readonly string[] =>
	readFileSync(path.join(sourceFolder, file), 'utf8')
		.matchAll(/(?:^(?:import|export)\b[^;'"]*?\bfrom\s*|\bimport\(\s*|^import\s+)['"](?<name>[^'"]+)['"]/gm)
		.map(match => match.groups?.['name'] ?? '')
		.toArray();

/**
The folder or package that an import leads to: `core`, `root`, `node`, or the package's name.
*/
const ownerOf = (file: string, name: string): string => {
	if (name.startsWith('.')) {
		const target = path.normalize(path.join(path.dirname(file), name));
		return target.includes(path.sep) ? (target.split(path.sep)[0] ?? '') : 'root';
	}

	if (name.startsWith('node:') || builtinModules.includes(name)) {
		return 'node';
	}

	return name
		.split('/')
		.slice(0, name.startsWith('@') ? 2 : 1)
		.join('/');
};

describe.each(Object.entries(folders))('source/%s', (folder, allowed) => {
	const files = filesOf(folder);

	it('has files, so that the rule below sees something', () => {
		expect(files.length).toBeGreaterThan(0);
	});

	it('imports only what the map allows', () => {
		const strangers = files.flatMap(file =>
			importsOf(file)
				.filter(name => ![folder, ...allowed].includes(ownerOf(file, name)))
				.map(name => `${file} imports ${name}`),
		);
		expect(strangers).toEqual([]);
	});
});

it('the map knows every folder', () => {
	const existing = readdirSync(sourceFolder, {withFileTypes: true})
		.filter(entry => entry.isDirectory() && filesOf(entry.name).length > 0)
		.map(entry => entry.name);
	expect(new Set(Object.keys(folders))).toEqual(new Set(existing));
});

it('core asks neither for the time nor for the process: what it needs is handed to it', () => {
	const effects = filesOf('core').flatMap(file =>
		readFileSync(path.join(sourceFolder, file), 'utf8')
			.replaceAll(/\/\*\*[\s\S]*?\*\/|\/\/.*$/gm, '')
			.matchAll(/\b(?:setTimeout|setInterval|Date|performance|process)\b(?=\s*[.(])/g)
			.map(([effect]) => `${file} uses ${effect}`)
			.toArray(),
	);
	expect(effects).toEqual([]);
});

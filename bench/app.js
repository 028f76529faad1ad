import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {spawn} from '@lydell/node-pty';
import {bundle, duet, median, root, sample} from './processes.js';

const columns = 160;
const rows = 45;
const trials = 7;
const streamSeconds = 20;

/**
The app in a pseudo-terminal: its first frame beside Ink's own hello world, and what streaming costs.
*/
export const app = async () => {
	const hello = path.join(root, 'node_modules', '.cache', 'duet-bench', 'hello.js');
	await bundle('bench/hello.tsx', hello, {define: {'process.env.NODE_ENV': '"production"'}, isWhole: true});
	const helloMs = await firstFrame([hello], 'Hello');
	const duetMs = await firstFrame([duet], 'Side by side');
	const streaming = await stream();
	const row = (value, unit, budget, note = '') => ({value: `${value} ${unit}`, budget, note});
	return {
		title: `The app at ${columns}×${rows}`,
		rows: {
			"first frame, Ink's hello world": row(Math.round(helloMs), 'ms', '–'),
			'first frame, duet': row(
				Math.round(duetMs),
				'ms',
				'1.5 × hello world',
				`${(duetMs / helloMs).toFixed(2)} × hello world`,
			),
			'CPU while streaming': row((streaming.cpuShare * 100).toFixed(1), '% of a core', '12 %'),
			'bytes per update': row(
				Math.round(streaming.bytesPerUpdate),
				'B',
				'1 kB',
				`${streaming.updates} updates`,
			),
			'full-screen clears': row(streaming.clears, '', 'none', `in ${streamSeconds} s`),
		},
	};
};

const open = arguments_ =>
	spawn(process.execPath, arguments_, {
		name: 'xterm-256color',
		cols: columns,
		rows,
		cwd: root,
		env: {
			PATH: process.env.PATH,
			HOME: process.env.HOME,
			XDG_DATA_HOME: process.env.XDG_DATA_HOME,
			TERM: 'xterm-256color',
			LANG: 'C.UTF-8',
		},
	});

const firstFrame = async (arguments_, text) => {
	const times = [];
	for (let trial = 0; trial <= trials; trial++) {
		const startedMs = performance.now();
		const child = open(arguments_);
		let output = '';
		await new Promise(resolve => {
			child.onData(data => {
				output += data;
				if (output.includes(text)) {
					resolve();
				}
			});
		});
		times.push(performance.now() - startedMs);
		const exited = new Promise(resolve => {
			child.onExit(resolve);
		});
		child.write('q');
		setTimeout(() => child.kill(), 300);
		await exited;
	}

	return median(times.slice(1)); // The first fills the compile cache.
};

/**
The sample side by side, once both panes have text.
*/
const stream = async () => {
	const child = open([duet, sample]);
	let output = '';
	await wait(6000);
	const before = cpuSeconds(child.pid);
	child.onData(data => {
		output += data;
	});
	await wait(streamSeconds * 1000);
	const cpu = cpuSeconds(child.pid) - before;
	const exited = new Promise(resolve => {
		child.onExit(resolve);
	});
	child.kill();
	await exited;
	// Ink puts each update between the marks of a synchronised one.
	const updates = output.split('\u{1B}[?2026h').length - 1;
	return {
		cpuShare: cpu / streamSeconds,
		updates,
		bytesPerUpdate: Buffer.byteLength(output) / updates,
		clears: output.split('\u{1B}[2J').length + output.split('\u{1B}[3J').length - 2,
	};
};

const wait = milliseconds =>
	new Promise(resolve => {
		setTimeout(resolve, milliseconds);
	});

/**
User and system time of a process so far; Linux only.
*/
const cpuSeconds = pid => {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
	return (Number(fields[11]) + Number(fields[12])) / 100;
};

/**
Makes the pictures of the readme from a real run: `node assets/make-pictures.js`, after `npm run build`.

It runs the built program in a pseudo-terminal behind a terminal emulator, waits for a moment, and writes what is on the
screen then as SVG.
*/
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';

const folder = import.meta.dirname;
const columns = 110;
const rows = 34;

/**
Each picture: the arguments of the program, what has to be on the screen, and how long to let it go on after that.
*/
const pictures = [
	{
		name: 'split-view',
		title: 'Duet side by side on the sample: batch is done, real-time still streams',
		arguments: ['assets/sample.wav'],
		shows: /March 14th/,
		extraMs: 300,
	},
	{
		name: 'verdict',
		title: 'Both modes done: the comparison and the verdict',
		arguments: ['assets/sample.wav'],
		shows: /For this audio/,
		extraMs: 500,
	},
];

const palette = ['#1d1f21', '#cc6666', '#b5bd68', '#f0c674', '#81a2be', '#b294bb', '#8abeb7', '#c5c8c6'];
const bright = ['#767676', '#d54e53', '#b9ca4a', '#e7c547', '#7aa6da', '#c397d8', '#70c0b1', '#eaeaea'];
const background = '#16181a';
const foreground = '#c5c8c6';
const cellWidth = 8.4;
const cellHeight = 17;

const colourOf = (cell, isForeground) => {
	const isPalette = isForeground ? cell.isFgPalette() : cell.isBgPalette();
	const isRgb = isForeground ? cell.isFgRGB() : cell.isBgRGB();
	const value = isForeground ? cell.getFgColor() : cell.getBgColor();
	if (isRgb) {
		return `#${value.toString(16).padStart(6, '0')}`;
	}

	return isPalette ? ([...palette, ...bright][value] ?? foreground) : undefined;
};

const styleOf = cell => {
	const own = {fg: colourOf(cell, true) ?? foreground, bg: colourOf(cell, false)};
	const {fg, bg} = cell.isInverse() ? {fg: own.bg ?? background, bg: own.fg} : own;
	return {
		fg,
		bg,
		isBold: Boolean(cell.isBold()),
		isDim: Boolean(cell.isDim()),
		isItalic: Boolean(cell.isItalic()),
	};
};

const escapeMarkup = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
The cells of a row, those of one style together.
*/
const runsOf = line => {
	const runs = [];
	for (let column = 0; column < columns; column++) {
		const cell = line.getCell(column);
		const style = styleOf(cell);
		const key = JSON.stringify(style);
		const last = runs.at(-1);
		const text = cell.getWidth() === 0 ? '' : cell.getChars() || ' ';
		if (last?.key === key) {
			last.text += text;
			last.width++;
		} else {
			runs.push({key, style, text, column, width: 1});
		}
	}

	return runs;
};

const runToSvg = ({style: {fg, bg, isBold, isDim, isItalic}, text, column, width}, row) => {
	const x = (column * cellWidth).toFixed(1);
	const box = bg
		? `<rect x="${x}" y="${row * cellHeight}" width="${(width * cellWidth).toFixed(1)}" height="${cellHeight}" fill="${bg}"/>`
		: '';
	if (text.trim() === '') {
		return box;
	}

	const looks = [
		`fill="${fg}"`,
		isBold && 'font-weight="bold"',
		isItalic && 'font-style="italic"',
		isDim && 'opacity="0.6"',
	].filter(Boolean);
	return `${box}<text x="${x}" y="${row * cellHeight + 13}" textLength="${(width * cellWidth).toFixed(1)}" ${looks.join(' ')}>${escapeMarkup(text)}</text>`;
};

const toSvg = (terminal, title) => {
	const buffer = terminal.buffer.active;
	const lines = Array.from({length: rows}, (_, row) =>
		runsOf(buffer.getLine(buffer.baseY + row))
			.map(run => runToSvg(run, row))
			.join(''),
	);
	const width = columns * cellWidth + 24;
	const height = rows * cellHeight + 24;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" xml:space="preserve">`,
		`<title>${escapeMarkup(title)}</title>`,
		`<rect width="100%" height="100%" rx="8" fill="${background}"/>`,
		'<g transform="translate(12 12)">',
		...lines,
		'</g>',
		'</svg>',
		'',
	].join('\n');
};

/**
What the program keeps does not belong among the developer's own runs.
*/
const kept = mkdtempSync(path.join(tmpdir(), 'duet-pictures-'));
process.on('exit', () => {
	rmSync(kept, {recursive: true, force: true});
});

const take = async ({name, title, arguments: arguments_, shows, extraMs}) => {
	const terminal = new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
	const child = spawn(process.execPath, [path.join(folder, '..', 'dist', 'cli.js'), ...arguments_], {
		name: 'xterm-256color',
		cols: columns,
		rows,
		cwd: path.join(folder, '..'),
		env: {PATH: process.env.PATH, HOME: kept, TERM: 'xterm-256color', LANG: 'C.UTF-8'},
	});
	const screenText = () =>
		Array.from({length: rows}, (_, row) => terminal.buffer.active.getLine(row)?.translateToString(true)).join(
			'\n',
		);
	await new Promise((resolve, reject) => {
		child.onData(data => {
			terminal.write(data, () => {
				if (shows.test(screenText())) {
					resolve();
				}
			});
		});
		child.onExit(() => reject(new Error(`The program ended without showing ${shows}.`)));
	});
	await new Promise(resolve => {
		setTimeout(resolve, extraMs);
	});
	writeFileSync(path.join(folder, `${name}.svg`), toSvg(terminal, title));
	child.kill();
};

await Promise.all(pictures.map(take));
process.exit(0);

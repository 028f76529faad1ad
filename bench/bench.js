/**
`npm run bench`: the figures that Duet states about itself, each beside what it is compared with, measured in one run on
the same machine. Names of rows as arguments run only those.
*/
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {app} from './app.js';
import {noticing} from './noticing.js';
import {sessions} from './sessions.js';
import {start} from './start.js';
import {upload} from './upload.js';

const benchmarks = {noticing, upload, start, app, sessions};
const chosen = process.argv.slice(2);
const unknown = chosen.find(name => !Object.hasOwn(benchmarks, name));
if (unknown !== undefined) {
	console.error(`There is no benchmark ${unknown}. Known: ${Object.keys(benchmarks).join(', ')}.`);
	process.exit(2);
}

// What the runs keep does not belong among the developer's own.
const kept = mkdtempSync(path.join(tmpdir(), 'duet-bench-'));
process.env.XDG_DATA_HOME = kept;
process.on('exit', () => {
	rmSync(kept, {recursive: true, force: true});
});

for (const [name, run] of Object.entries(benchmarks)) {
	if (chosen.length === 0 || chosen.includes(name)) {
		const {title, rows} = await run();
		console.log(`\n${title}`);
		console.table(rows);
	}
}

#!/usr/bin/env node
// Only whole built-ins are imported statically: a name that an older Node.js lacks would fail before the first line.
import nodeModule from 'node:module';
import process from 'node:process';

const oldestNodeMajor = 22;

if (Number(process.versions.node.split('.', 1)[0]) < oldestNodeMajor) {
	process.stderr.write(
		`duet needs Node.js ${oldestNodeMajor} or newer, and this is ${process.versions.node}: in a clone use npm start, or node_modules/.bin/node dist/cli.js.\n`,
	);
	process.exitCode = 2;
} else {
	nodeModule.enableCompileCache();
	const {main} = await import('./main.js');
	await main(process.argv.slice(2));
}

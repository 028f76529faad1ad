import {duet, median, runNode} from './processes.js';

const trials = 7;

/**
How long the program takes to do nothing, beside Node.js doing nothing.
*/
export const start = async () => {
	await runNode([duet, '--version']); // Fills the compile cache, as any earlier use does.
	const node = await measure(['-e', '0']);
	const rows = {};
	for (const [name, arguments_] of Object.entries({
		'node -e 0': ['-e', '0'],
		'duet --version': [duet, '--version'],
		'duet batch --help': [duet, 'batch', '--help'],
	})) {
		const tookMs = await measure(arguments_);
		rows[name] = {'took, ms': Math.round(tookMs), '× node -e 0': Number((tookMs / node).toFixed(1))};
	}

	return {title: `Start, whole process (median of ${trials})`, rows};
};

const measure = async arguments_ => {
	const times = [];
	for (let trial = 0; trial < trials; trial++) {
		times.push((await runNode(arguments_)).tookMs);
	}

	return median(times);
};

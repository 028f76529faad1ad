import type {Reporter} from 'vitest/node';

/**
Ends the output of a test run with one line that any script can read: `12 passed, 0 failed`.
*/
export const closingLine: Reporter = {
	onTestRunEnd(modules, errors) {
		const states = modules.flatMap(module =>
			[...module.children.allTests()].map(test => test.result().state),
		);
		const count = (state: string) => states.filter(candidate => candidate === state).length;
		const broken = modules.flatMap(module => module.errors()).length + errors.length;
		const skipped = count('skipped') > 0 ? `, ${count('skipped')} skipped` : '';
		console.log(`${count('passed')} passed, ${count('failed') + broken} failed${skipped}`);
	},
};

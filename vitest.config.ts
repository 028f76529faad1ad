import {defineConfig} from 'vitest/config';
import {closingLine} from './test/helpers/closing-line.js';

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		globalSetup: './test/helpers/build.ts',
		reporters: ['default', closingLine],
		testTimeout: 60_000, // What hangs fails in the end; what is slow beside other work does not.
		hookTimeout: 60_000,
		expect: {poll: {timeout: 15_000}},
		maxWorkers: 3, // On two cores: many tests wait for speech, and one worker fewer than cores would leave them idle.
	},
});

import {defineConfig} from 'vitest/config';
import {closingLine} from './test/helpers/closing-line.js';

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		globalSetup: './test/helpers/build.ts',
		reporters: ['default', closingLine],
		testTimeout: 20_000,
	},
});

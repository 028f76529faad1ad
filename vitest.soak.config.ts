import {defineConfig} from 'vitest/config';
import {closingLine} from './test/helpers/closing-line.js';

/**
`npm run soak`: hours of audio and hundreds of faults, too long for the tests of every change.
*/
export default defineConfig({
	test: {
		include: ['test/soak/*.run.ts'],
		globalSetup: './test/helpers/build.ts',
		reporters: ['default', closingLine],
	},
});

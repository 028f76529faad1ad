import {describe, expect, it} from 'vitest';
import {locateInstallation} from '../../../../source/local/recognisers/pocketsphinx/locate-installation.js';

describe('locateInstallation', () => {
	it('looks on this machine', () => {
		expect(() => locateInstallation({libraryPath: '/nowhere/libpocketsphinx.so.5'})).toThrow(
			'There is no /nowhere/libpocketsphinx.so.5.',
		);
	});
});

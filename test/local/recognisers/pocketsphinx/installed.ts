import type {Installation} from '../../../../source/local/recognisers/pocketsphinx/decoder.js';
import {locateInstallation} from '../../../../source/local/recognisers/pocketsphinx/locate-installation.js';

const locate = (): {readonly installation?: Installation; readonly found: string} => {
	const {DUET_POCKETSPHINX_LIBRARY: libraryPath, DUET_POCKETSPHINX_MODEL: modelFolder} = process.env;
	try {
		const installation = locateInstallation({
			...(libraryPath !== undefined && {libraryPath}),
			...(modelFolder !== undefined && {modelFolder}),
		});
		return {installation, found: `of ${installation.library}`};
	} catch (error) {
		return {found: `SKIPPED: ${error instanceof Error ? error.message : String(error)}`};
	}
};

/**
PocketSphinx on this machine, or nothing; and for the names of tests, which it is or why there is none. The user's
settings hold here too, so that the tests can be run with another generation of the library.
*/
export const {installation, found} = locate();

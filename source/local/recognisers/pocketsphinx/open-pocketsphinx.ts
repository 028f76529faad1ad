import type {Recogniser} from '../../../core/recogniser.js';
import {createPocketsphinxRecogniser} from '../pocketsphinx.js';
import type {RecogniserSettings} from '../recognisers.js';
import {locateInstallation} from './locate-installation.js';

/**
Pocketsphinx, with the library and the model of this machine. Nothing of it is loaded before there is audio.

@throws {ProblemError} Of kind `bad-input`, where they are not installed, or not where the user says.
*/
export const openPocketsphinx = async ({
	childScript,
	pocketsphinxLibrary,
	pocketsphinxModel,
}: RecogniserSettings): Promise<Recogniser> =>
	createPocketsphinxRecogniser({
		installation: locateInstallation({
			...(pocketsphinxLibrary !== undefined && {libraryPath: pocketsphinxLibrary}),
			...(pocketsphinxModel !== undefined && {modelFolder: pocketsphinxModel}),
		}),
		childScript: childScript('decoder-child'),
	});

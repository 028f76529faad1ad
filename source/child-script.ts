import path from 'node:path';
import {assetsFolder} from './assets-folder.js';

/**
The path of a program that runs as a child process: native code is loaded only there.
*/
export const childScript = (name: 'decoder-child' | 'capture-child'): string =>
	path.join(assetsFolder, '..', 'dist', `${name}.js`);

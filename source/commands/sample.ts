import path from 'node:path';
import {assetsFolder} from '../assets-folder.js';

/**
The audio that comes with Duet, and what is said in it.
*/
export const sampleFile = path.join(assetsFolder, 'sample.wav');
export const sampleReference = path.join(assetsFolder, 'sample.txt');

import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Price} from '../core/cost.js';

/**
The prices that come with Duet, each with its date and source. The user's own go after them and so count first.
*/
export const readBundledPrices = async (assetsFolder: string): Promise<readonly Price[]> =>
	JSON.parse(await readFile(path.join(assetsFolder, 'prices.json'), 'utf8')) as readonly Price[];

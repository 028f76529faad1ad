import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, it} from 'vitest';
import {keyTexts} from '../source/ui/help/key-text.js';
import {keyMap} from '../source/ui/key-map.js';
import {root} from './helpers/duet.js';

const readme = path.join(root, 'readme.md');

/**
The key map as a table, from the keys of all screens to those of single ones.
*/
const keyTable = (): string =>
	[
		'| where | keys | what they do |',
		'|---|---|---|',
		...keyMap.toReversed().flatMap(({title, bindings}) =>
			bindings.map(({keys, help}, index) => {
				const shown = keyTexts(keys, true).map(key => `\`${key}\``);
				return `| ${index === 0 ? title : ''} | ${shown.join(' ')} | ${help} |`;
			}),
		),
	].join('\n');

/**
With `npx vitest run test/readme.test.ts -u` the readme is brought up to date.
*/
it('the readme lists the keys as they are declared', async () => {
	const text = await readFile(readme, 'utf8');
	const [before, rest = ''] = text.split('<!-- keys -->');
	const [, after] = rest.split('<!-- /keys -->');
	expect(after, 'The readme has the marks <!-- keys --> and <!-- /keys -->.').toBeDefined();
	await expect(`${before}<!-- keys -->\n${keyTable()}\n<!-- /keys -->${after}`).toMatchFileSnapshot(readme);
});

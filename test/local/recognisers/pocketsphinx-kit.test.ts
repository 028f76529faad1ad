import {describe, expect, it} from 'vitest';
import {childScript} from '../../../source/child-script.js';
import type {Recogniser} from '../../../source/core/recogniser.js';
import {createPocketsphinxRecogniser} from '../../../source/local/recognisers/pocketsphinx.js';
import {createEar} from '../../helpers/recogniser-ear.js';
import {describeRecogniser} from '../../helpers/recogniser-kit.js';
import {between, noise, silence} from './degrade.js';
import {sample} from './listen.js';
import {found, installation} from './pocketsphinx/installed.js';

const create = (script = childScript('decoder-child')): Recogniser => {
	if (!installation) {
		throw new Error('PocketSphinx is not installed.');
	}

	return createPocketsphinxRecogniser({installation, childScript: script});
};

describe.skipIf(!installation)(`PocketSphinx (${found})`, () => {
	describeRecogniser('pocketsphinx', {
		create,
		speech: {
			samples: between(sample, 0, 7),
			words: ['good', 'morning', 'everyone', 'begin', 'meeting', 'release', 'coming', 'along'],
		},
		timeoutMs: 60_000,
	});

	it('hears no words in silence', async () => {
		const {hypotheses} = await createEar(create()).hear(silence(3), 'batch', [16_000]);
		expect(hypotheses.flatMap(({words}) => words)).toEqual([]);
	}, 30_000);

	it('gets through noise in both modes, whatever it makes of it', async () => {
		const ear = createEar(create());
		for (const mode of ['real-time', 'batch'] as const) {
			const {hypotheses} = await ear.hear(noise(64_000, 0.1), mode, [1600]);
			expect(hypotheses.at(-1)?.isSettled).toBe(true);
		}
	}, 60_000);

	it('fails alone where the process of its decoder ends', async () => {
		const dead = createEar(create('/dev/null')).hear(between(sample, 0, 1), 'batch', [16_000]);
		await expect(dead).rejects.toThrow('process ended');
		const {hypotheses} = await createEar(create()).hear(between(sample, 0, 2), 'batch', [16_000]);
		expect(hypotheses.flatMap(({words}) => words.map(({text}) => text))).toContain('morning');
	}, 60_000);
});

import {describe, expect, it} from 'vitest';
import type {Installation} from '../../../../source/local/recognisers/pocketsphinx/decoder.js';
import {decoderOptions} from '../../../../source/local/recognisers/pocketsphinx/decoder-options.js';

const installation: Installation = {
	library: '/usr/lib/libpocketsphinx.so.5',
	acousticModel: '/model/en-us',
	languageModel: '/model/en-us.lm.bin',
	dictionary: '/model/cmudict-en-us.dict',
};

describe('decoderOptions', () => {
	it('name the model', () => {
		expect(decoderOptions(installation, {mode: 'batch', model: 'standard'})).toMatchObject({
			hmm: '/model/en-us',
			lm: '/model/en-us.lm.bin',
			dict: '/model/cmudict-en-us.dict',
		});
	});

	it.each([
		['batch', true],
		['real-time', false],
	] as const)('in %s mode have the second search: %s', (mode, fwdflat) => {
		expect(decoderOptions(installation, {mode, model: 'standard'})).toMatchObject({fwdflat, bestpath: true});
	});

	it.each(['batch', 'real-time'] as const)('search wider in %s mode with the enhanced model only', mode => {
		expect(decoderOptions(installation, {mode, model: 'enhanced'})).toMatchObject({beam: 1e-60, topn: 8});
		expect(decoderOptions(installation, {mode, model: 'standard'})).not.toHaveProperty('beam');
	});
});

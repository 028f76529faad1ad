import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {sampleRateHz} from '../../../../source/core/audio-source.js';
import type {Mode} from '../../../../source/core/mode.js';
import type {VocabularyEntry} from '../../../../source/core/transcription-options.js';
import type {Decoder} from '../../../../source/local/recognisers/pocketsphinx/decoder.js';
import {loadDecoder} from '../../../../source/local/recognisers/pocketsphinx/library.js';
import {addVocabulary} from '../../../../source/local/recognisers/pocketsphinx/vocabulary.js';
import {sample} from '../listen.js';
import {found, installation} from './installed.js';

const dictionary: ReadonlyMap<string, string> = new Map([
	['koo', 'K UW'],
	['net', 'N EH T'],
	['it', 'IH T'],
	['will', 'W IH L'],
	['marcus', 'M AA R K AH S'],
	['cafe', 'K AH F EY'],
	['new', 'N UW'],
	['york', 'Y AO R K'],
	['<sil>', 'SIL'],
	['new(2)', 'N Y UW'],
]);

/**
What a decoder with this dictionary is told, and what is shown for its tokens.
*/
const add = (...entries: ReadonlyArray<VocabularyEntry | string>) => {
	const added: Array<readonly [token: string, sounds: string]> = [];
	const decoder: Decoder = {
		start: () => undefined,
		hear: () => undefined,
		end: () => undefined,
		segments: () => [],
		pronunciation: word => dictionary.get(word),
		addWord: (token, sounds) => {
			added.push([token, sounds]);
		},
	};
	const texts = addVocabulary(
		decoder,
		entries.map(entry => (typeof entry === 'string' ? {content: entry} : entry)),
	);
	return {added, texts: Object.fromEntries(texts)};
};

describe('addVocabulary', () => {
	it('adds a token for each entry and each way to say it: as it is spelled, and as it is said to sound', () => {
		expect(
			add({content: 'Kubernetes', soundsLike: ['koo ber net eez', 'kates']}, {content: 'Grafana'}).added,
		).toEqual([
			['@0', 'K UW B ER N IY T S'],
			['@0(2)', 'K UW B ER N EH T IY Z'],
			['@0(3)', 'K EY T S'],
			['@1', 'G R AE F AA N AH'],
		]);
	});

	it('shows the entry as it is spelled', () => {
		expect(add('Kubernetes', 'Raspberry Pi', '.NET').texts).toEqual({
			'@0': 'Kubernetes',
			'@1': 'Raspberry Pi',
			'@2': '.NET',
		});
	});

	it('says what the dictionary knows as it is there, piece by piece', () => {
		expect(add('New-York eez').added).toEqual([['@0', 'N UW Y AO R K IY Z']]);
		expect(add('Café!').added).toEqual([['@0', 'K AH F EY']]);
	});

	it('also shows the word of the dictionary as the entry is spelled', () => {
		expect(add('Marcus').texts).toEqual({'@0': 'Marcus', marcus: 'Marcus'});
	});

	it('leaves the words that sentences are made with as they are', () => {
		expect(add('Will').texts).toEqual({'@0': 'Will'});
	});

	it('says capitals both as a word of the dictionary and letter by letter', () => {
		expect(add('IT')).toEqual({
			added: [
				['@0', 'IH T'],
				['@0(2)', 'AY T IY'],
			],
			texts: {'@0': 'IT'},
		});
	});

	it('adds an entry that is there twice, and a way to say it, once', () => {
		const twice = {content: 'Grafana', soundsLike: ['grafana']};
		expect(add(twice, twice, 'Grafana').added).toEqual([['@0', 'G R AE F AA N AH']]);
	});

	it('takes its spelling of a word of the dictionary from the first entry', () => {
		expect(add('MarCus', 'marcus').texts['marcus']).toBe('MarCus');
	});

	it('passes over what cannot be said, and what is longer than a breath', () => {
		expect(add('🎉', '', ' ', '北京', 'ba'.repeat(2000))).toEqual({added: [], texts: {}});
		expect(add({content: '🎉', soundsLike: ['ta da']}).texts).toEqual({'@0': '🎉'});
	});

	it('does not take the tokens of the dictionary that are no spelling for words', () => {
		expect(add('<sil>').added).toEqual([['@0', 'S IH L']]);
		expect(Object.keys(add('new(2)').texts)).toEqual(['@0']);
	});

	it('takes any entries: tokens are new, without white space, known to the decoder, and have a text', () => {
		const text = fc.oneof(
			fc.string({unit: 'grapheme'}),
			fc.constantFrom(
				...dictionary.keys(),
				'@0',
				'@0(2)',
				'<s>',
				'__proto__',
				'constructor',
				'a\0b',
				'\uD800',
			),
			fc.stringMatching(/^[A-Za-z' -]{1,30}$/u),
		);
		const entry = fc.record({content: text, soundsLike: fc.array(text, {maxLength: 3})});
		fc.assert(
			fc.property(fc.array(entry, {maxLength: 20}), entries => {
				const {added, texts} = add(...entries);
				expect(new Set(added.map(([token]) => token)).size).toBe(added.length);
				for (const [token, sounds] of added) {
					expect(token).toMatch(/^@\d+(?:\(\d+\))?$/);
					expect(sounds).toMatch(/^[A-Z]+(?: [A-Z]+)*$/);
					expect(texts).toHaveProperty([token.replace(/\(\d+\)$/, '')]);
				}
			}),
		);
	});
});

describe.skipIf(!installation)(`a vocabulary in use (${found})`, {timeout: 60_000}, () => {
	const hear = async (
		mode: Mode,
		samples: Int16Array,
		entries: readonly VocabularyEntry[],
	): Promise<readonly string[]> => {
		const decoder = await loadDecoder(installation ?? expect.fail(), {mode, model: 'enhanced'});
		const texts = addVocabulary(decoder, entries);
		decoder.start();
		decoder.hear(samples);
		decoder.end();
		return decoder
			.segments()
			.filter(({token}) => token !== '<sil>')
			.map(({token}) => texts.get(token.replace(/\(\d+\)$/, '')) ?? token);
	};

	it.each(['real-time', 'batch'] as const)('is heard in the sample, in %s mode', async mode => {
		const heard = await hear(mode, sample, [
			{content: 'Kubernetes', soundsLike: ['koo ber net eez']},
			{content: 'Priya'},
		]);
		expect(heard).toEqual(expect.arrayContaining(['Priya', 'Kubernetes']));
	});

	it('may have a thousand entries, though many of them sound like what is said', async () => {
		const entries = Array.from({length: 1000}, (_, index) => ({
			content: `Word ${index}`,
			soundsLike: [index % 10 === 0 ? 'morning' : 'zuzhoizuzh'],
		}));
		const heard = await hear('real-time', sample.subarray(0, 4 * sampleRateHz), entries);
		expect(heard.join(' ')).toMatch(/good (?:morning|Word \d+0) everyone/);
	});
});

import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {alignWords, countEdits} from '../../../../source/core/alignment.js';
import type {Installation} from '../../../../source/local/recognisers/pocketsphinx/decoder.js';
import {soundsOf} from '../../../../source/local/recognisers/pocketsphinx/letter-to-sound.js';
import {found, installation} from './installed.js';

/**
All sounds of the model but silence and noise.
*/
const phones = new Set(
	`AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W Y Z ZH`.split(
		' ',
	),
);

const asWords = (sounds: readonly string[]) => sounds.map(text => ({text}));

describe('soundsOf', () => {
	it.each([
		['Kubernetes', 'K UW B ER N IY T S'],
		['Speechmatics', 'S P IY CH M AH T IH K S'],
		['knight', 'N AY T'],
		['phone', 'F OW N'],
		['butter', 'B AH T ER'],
		['whale', 'W EY L'],
	])('says %s by the letters and what stands around them', (word, sounds) => {
		expect(soundsOf(word)).toBe(sounds);
	});

	it.each([
		['SQL', 'EH S K Y UW EH L'],
		['sql', 'EH S K Y UW EH L'],
		['HTTPS', 'EY CH T IY T IY P IY EH S'],
		['APIs', 'EY P IY AY Z'],
		['K8s', 'K EY EY T EH S'],
	])('reads %s out letter by letter', (initialism, sounds) => {
		expect(soundsOf(initialism)).toBe(sounds);
	});

	it('says longer capitals with vowels as a word', () => {
		expect(soundsOf('PRIYA')).toBe(soundsOf('Priya'));
	});

	it('says each part of a name with capitals inside', () => {
		expect(soundsOf('GitHub')).toBe(`${soundsOf('git')} ${soundsOf('hub')}`);
		expect(soundsOf('PostgreSQL')).toBe(`${soundsOf('postgre')} ${soundsOf('SQL')}`);
		expect(soundsOf('OpenAI')).toBe(`${soundsOf('open')} ${soundsOf('AI')}`);
		expect(soundsOf('McDonald')).toBe('M AH K D OW N AE L D');
	});

	it.each([
		['7', 'S EH V AH N'],
		['19', 'N AY N T IY N'],
		['40', 'F AO R T IY'],
		['42', 'F AO R T IY T UW'],
		['07', 'Z IH R OW S EH V AH N'],
		['365', 'TH R IY S IH K S F AY V'],
	])('says %s as a number up to 99, and otherwise digit by digit', (digits, sounds) => {
		expect(soundsOf(digits)).toBe(sounds);
	});

	it('says signs that have a name', () => {
		expect(soundsOf('C++')).toBe('S IY P L AH S P L AH S');
		expect(soundsOf('AT&T')).toBe('EY T IY AE N D T IY');
	});

	it.each([
		['Dvořák', 'Dvorak'],
		['Łukasz', 'Lukasz'],
		['Straße', 'Strasse'],
		['O’Brien', 'OBrien'],
	])('says %s without its accents and apostrophes', (spelling, plain) => {
		expect(soundsOf(spelling)).toBe(soundsOf(plain));
	});

	it('takes hyphens and spaces for the ends of words', () => {
		expect(soundsOf('note-book')).toBe(`${soundsOf('note')} ${soundsOf('book')}`);
		expect(soundsOf('note book')).toBe(soundsOf('note-book'));
	});

	it('is empty for what is not said in English', () => {
		for (const spelling of ['', ' ', '🎉', '北京', '—', "'"]) {
			expect(soundsOf(spelling)).toBe('');
		}
	});

	it('says any text in the sounds of the model', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.string({unit: 'grapheme'}), fc.string(), fc.stringMatching(/^[\w' -]*$/u)),
				text => {
					const sounds = soundsOf(text);
					expect(sounds === '' || sounds.split(' ').every(sound => phones.has(sound))).toBe(true);
				},
			),
		);
	});

	it('says every word that has a letter', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[A-Za-z]{1,12}$/u), word => {
				expect(soundsOf(word)).not.toBe('');
			}),
		);
	});
});

describe.skipIf(!installation)(`soundsOf and the dictionary (${found})`, () => {
	it('agree on more than five of six sounds, for every hundredth word', () => {
		const words = readFileSync((installation as Installation).dictionary, 'utf8')
			.split('\n')
			.map(line => line.split(' '))
			.filter(([word = '']) => /^[a-z]{2,}$/.test(word))
			.filter((_, index) => index % 100 === 0);
		expect(words.length).toBeGreaterThan(1000);
		let edits = 0;
		let count = 0;
		for (const [word = '', ...sounds] of words) {
			edits += countEdits(alignWords(asWords(sounds), asWords(soundsOf(word).split(' '))));
			count += sounds.length;
		}

		expect(edits / count).toBeLessThan(1 / 6);
	});
});

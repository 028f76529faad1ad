import {describe, expect, it} from 'vitest';
import {normaliseForScoring} from '../../../source/core/normalise/normalise.js';

const english = (text: string): string => normaliseForScoring(text, 'en').join(' ');

/**
A test for each line `text | normalised`.
*/
const eachLine = (table: string): ReadonlyArray<readonly [string, string]> =>
	table
		.trim()
		.split('\n')
		.map(line => {
			const [text = '', normalised = ''] = line.split('|').map(cell => cell.trim());
			return [text, normalised];
		});

describe('English words', () => {
	it.each(
		eachLine(`
			Good MORNING, everyone!         | good morning everyone
			well... yes — and no            | well yes and no
			Café naïve Æsop straße          | cafe naive aesop strasse
			so, um, yes. Mm, uh, hmm        | so yes
			uh-huh                          | huh
			yes [laughter] (sighs) <noise>  | yes
			RC232 and 10km                  | rc 232 and 10 km
			10mm                            | 10 mm
			B747                            | b 747
			e-mail                          | e mail
		`),
	)('%s → %s', (text, normalised) => {
		expect(english(text)).toBe(normalised);
	});
});

describe('English contractions and titles', () => {
	it.each(
		eachLine(`
			it's                       | it is
			it’s                       | it is
			it 's                      | it is
			Let's                      | let us
			won't                      | will not
			can't, couldn't            | can not could not
			they're, we've, I'll, I'm  | they are we have i will i am
			I'd go                     | i would go
			I'd been                   | i had been
			she's been like            | she has been like
			he's like                  | he is like
			he's got it                | he has got it
			today's meeting            | today is meeting
			y'all gonna wanna          | you all going to want to
			I'ma go, shoulda gone      | i am going to go should have gone
			ma'am                      | madam
			the dogs' bowls            | the dogs bowls
			'hello' he said            | hello he said
			Mr. Park met Dr. Kim Jr.   | mister park met doctor kim junior
			Assoc. Prof. and St. John  | associate professor and saint john
		`),
	)('%s → %s', (text, normalised) => {
		expect(english(text)).toBe(normalised);
	});
});

describe('English numbers', () => {
	it.each(
		eachLine(`
			two                                 | 2
			one by one                          | one by one
			thirty one                          | 31
			thirty-six                          | 36
			thirty six                          | 36
			a hundred and five                  | 105
			a hundred times                     | 100 times
			three thousand twenty nine          | 3029
			forty three thousand two hundred sixty          | 43260
			forty three thousand two hundred and sixty      | 43260
			one million two hundred thousand and five       | 1200005
			three billion                       | 3000000000
			2 million                           | 2000000
			1,250.00                            | 1250
			1,000,000                           | 1000000
			3 14                                | 3 14
			two and two                         | 2 and 2
			millions                            | 1000000s
		`),
	)('%s → %s', (text, normalised) => {
		expect(english(text)).toBe(normalised);
	});

	it.each(
		eachLine(`
			five twenty four                    | 524
			nine one one                        | 911
			one oh one                          | 101
			double oh seven                     | 007
			007                                 | 007
			nine double one                     | 911
			one triple oh one                   | 10001
			two double o eight                  | 2008
			Oh, I see                           | oh i see
			two o'clock                         | 2 o clock
			CO2, CO 2 and CO two                | co 2 co 2 and co 2
			c o 2                               | c o 2
		`),
	)('digit by digit: %s → %s', (text, normalised) => {
		expect(english(text)).toBe(normalised);
	});

	it.each(
		eachLine(`
			nineteen ninety nine                | 1999
			twenty nineteen                     | 2019
			twenty twenty six                   | 2026
			two thousand and twenty six         | 2026
			nineteen oh five                    | 1905
			nineteen fifties                    | 1950s
			the 1960s                           | the 1960s
			July third twenty twenty            | july 3rd 2020
			August twenty-sixth, 2021           | august 26th 2021
			March 3rd                           | march 3rd
			thirty first                        | 31st
			21st                                | 21st
			twenty first                        | 21st
			10 th                               | 10th
			two thousandth                      | 2000th
			thirty-three thousand and three hundred and thirty-third | 33333rd
		`),
	)('years and ordinals: %s → %s', (text, normalised) => {
		expect(english(text)).toBe(normalised);
	});

	it.each(
		eachLine(`
			3.14                                | 3.14
			three point one four                | 3.14
			3 point 14                          | 3.14
			fourteen point 4                    | 14.4
			point five                          | 0.5
			.5                                  | 0.5
			the point is                        | the point is
			two and a half                      | 2.5
			2 and a half                        | 2.5
			an hour and a half                  | an hour and a half
			three and a half million            | 3500000
			two point five million              | 2500000
			four point two billions             | 4200000000s
			ninety percent                      | 90%
			seventy six per cent                | 76%
			76 %                                | 76%
			minus 500                           | -500
			positive twenty thousand            | +20000
			positive and negative               | positive and negative
		`),
	)('decimals, shares and signs: %s → %s', (text, normalised) => {
		expect(english(text)).toBe(normalised);
	});

	it.each(
		eachLine(`
			$3.50                               | $3.50
			three dollars and fifty cents       | $3.50
			three dollars fifty cents           | $3.50
			two dollars and seven cents         | $2.07
			two point two five dollars          | $2.25
			forty eight and a half dollars      | $48.5
			twelve hundred dollars              | $1200
			$1,200                              | $1200
			$1,200.00                           | $1200
			$20 million                         | $20000000
			200 thousand dollars                | $200000
			€52.4 million                       | €52400000
			5 €                                 | €5
			£77 thousands                       | £77000s
			3 cents                             | ¢3
			$0.36                               | ¢36
			$.50                                | ¢50
			fifty cents                         | ¢50
			US$5                                | us $5
			three euros and sixty five cents    | €3.65
			a dollar                            | a dollar
		`),
	)('money: %s → %s', (text, normalised) => {
		expect(english(text)).toBe(normalised);
	});
});

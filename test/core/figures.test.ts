import {expect, it} from 'vitest';
import {
	bytesText,
	countText,
	lengthText,
	percentText,
	priceText,
	secondsText,
	usdText,
} from '../../source/core/figures.js';

it.each([
	[30, '0.03 s'],
	[520, '0.5 s'],
	[1830, '1.8 s'],
	[-40, '-0.04 s'],
])('%d ms read %s', (milliseconds, text) => {
	expect(secondsText(milliseconds)).toBe(text);
});

it.each([
	[0, '0:00'],
	[41.9, '0:41'],
	[725, '12:05'],
	[28_800, '8:00:00'],
])('%d s of audio read %s', (seconds, text) => {
	expect(lengthText(seconds)).toBe(text);
});

it.each([
	[0, '$0.00'],
	[0.0046, '$0.0046'],
	[12.5, '$12.50'],
])('%d dollars read %s', (usd, text) => {
	expect(usdText(usd)).toBe(text);
});

it.each([
	[0, '0 B'],
	[999, '999 B'],
	[1000, '1.0 kB'],
	[99_960, '100 kB'],
	[999_700, '1.0 MB'],
	[500_000_000, '500 MB'],
	[2.5e12, '2500 GB'],
])('%d bytes read %s', (bytes, text) => {
	expect(bytesText(bytes)).toBe(text);
});

it('has a percentage with one decimal, and counts with their noun', () => {
	expect(percentText(0.0714)).toBe('7.1 %');
	expect([countText(1, 'word'), countText(2, 'word')]).toEqual(['1 word', '2 words']);
});

it('has the cents of a price, and a tenth of a cent where there is one', () => {
	expect([priceText(0.4), priceText(0.129), priceText(12)]).toEqual(['$0.40', '$0.129', '$12.00']);
});

import {describe, expect, it} from 'vitest';
import {toAmericanSpelling} from '../../../source/core/normalise/spelling.js';

const american = (words: string): string => words.split(' ').map(toAmericanSpelling).join(' ');

describe('toAmericanSpelling', () => {
	it.each([
		['colour favourite neighbourhoods discoloured', 'color favorite neighborhoods discolored'],
		['organise organised mobilisation organisers', 'organize organized mobilization organizers'],
		['analyse paralysed catalysing', 'analyze paralyzed catalyzing'],
		['centre kilometres theatregoers centred', 'center kilometers theatergoers centered'],
		['dialogue catalogued cataloguing', 'dialog cataloged cataloging'],
		['travelling cancelled jeweller marvellous', 'traveling canceled jeweler marvelous'],
		['fulfil enrolment skilful instalments', 'fulfill enrollment skillful installments'],
		['defence licences practising', 'defense licenses practicing'],
		['anaesthetic haemoglobin paediatrics oestrogen', 'anesthetic hemoglobin pediatrics estrogen'],
		['manoeuvre manoeuvred manoeuvring', 'maneuver maneuvered maneuvering'],
		['programme grey tyres cheque plough', 'program gray tires check plow'],
		['aluminium jewellery pyjamas judgement storeys', 'aluminum jewelry pajamas judgment stories'],
		['cancelation', 'cancellation'],
	])('%s → %s', (british, expected) => {
		expect(american(british)).toBe(expected);
	});

	it.each([
		'color organize center traveling program check judgment',
		'our four hour pour tour contour detour',
		'advise advertising exercise surprised promise likewise noise rising revised improvisation',
		'wise size prize raise precise franchise expertise enterprises',
		'acre genre massacre controlled excellent seller rebelling installed miller',
		'programmer programmed greyhound discuss discover yes bus process',
	])('leaves alone: %s', words => {
		expect(american(words)).toBe(words);
	});
});

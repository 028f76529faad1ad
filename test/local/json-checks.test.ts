import {describe, expect, it} from 'vitest';
import {
	anyOf,
	flag,
	integerWithin,
	listOf,
	numberWithin,
	objectOf,
	oneOf,
	text,
	textLike,
} from '../../source/local/json-checks.js';

describe('JSON checks say nothing of a good value and name the place of a bad one', () => {
	it.each([
		['a text', text, 'en', ''],
		['a flag', flag, false, 'false'],
		['a number from 0.7 to 4, both included', numberWithin(0.7, 4), 0.7, 0.69],
		['a number, not a text like one', numberWithin(0.7, 4), 4, '4'],
		['a whole number of at least 2', integerWithin(2), 2, 2.5],
		['one of some texts', oneOf('none', 'speaker'), 'speaker', 'channel'],
		['one text, not a list of it', oneOf('none', 'speaker'), 'none', ['none']],
		['a text of a pattern', textLike(/^\w+$/v, 'a word'), 'left', 'left side'],
		['a list', listOf(flag), [true, false], {0: true}],
		['a list of at most 2', listOf(flag, 2), [true, false], [true, false, true]],
		['either of two', anyOf(text, flag), true, 1],
		['an object', objectOf({name: text}), {name: 'Ann'}, [{name: 'Ann'}]],
		['an object with a required field', objectOf({name: text}, ['name']), {name: 'Ann'}, {}],
		['a field that is null as a missing one', objectOf({name: text}), {name: null}, {name: 1}],
		['known fields only', objectOf({name: text}), {}, {constructor: 'Ann'}],
	])('%s', (_rule, check, good, bad) => {
		expect(check(good, 'config.field')).toBeUndefined();
		expect(check(bad, 'config.field')).toMatch(/^config\.field/v);
	});

	it('an entry of a list within an object by its whole path', () => {
		const check = objectOf({targets: listOf(objectOf({code: text}))});
		expect(check({targets: [{code: 'de'}, {code: 3}]}, 'translation')).toBe(
			'translation.targets[1].code must be a text that is not empty.',
		);
	});
});

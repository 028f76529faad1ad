import type {LibraryHandle} from 'koffi';
import {expectSuccess, type Pointer, present} from './native-call.js';

/**
Puts new words into the language model of a decoder, as one class. `ps_add_word` alone would do that one by one, but
5prealpha reads past its memory when it looks for what is said before the second such word, and may crash: it knows only
numbers of words up to one more than the model had. A class takes one number for any count of words. It also lets words
have a weight.

Call it before `ps_add_word` for the same words, which finds them in the model then.

@param tokens - The words. Other ways to say them, such as `the(2)`, are not the language model's business.
@param utilities - Where the functions for language models are.
@see `ngram_model_add_class` in `ngram_model.h` of sphinxbase; `uniform_find` in `lm_trie.c`, which is mended in 5.0.
@throws {Error} That names the call, where one fails.
*/
export const addWordClass = (
	library: LibraryHandle,
	utilities: LibraryHandle,
	decoder: bigint,
	tokens: readonly string[],
): void => {
	const words = tokens.filter(token => !/\(\d+\)$/v.test(token));
	if (words.length === 0) {
		return;
	}

	const getModels: (decoder: bigint, search: string) => Pointer = library.func(
		'void *ps_get_lm(void *, const char *)',
	);
	const findModel: (models: bigint, name: string) => Pointer = utilities.func(
		'void *ngram_model_set_lookup(void *, const char *)',
	);
	const addClass: (
		model: bigint,
		name: string,
		weight: number,
		words: readonly string[],
		weights: Float32Array,
		count: number,
	) => number = utilities.func(
		'int ngram_model_add_class(void *, const char *, float, const char **, const float *, int)',
	);

	const models = present('ps_get_lm', getModels(decoder, '_default'));
	const model = present('ngram_model_set_lookup', findModel(models, 'default'));
	const shares = new Float32Array(words.length).fill(1 / words.length);
	expectSuccess(
		'ngram_model_add_class',
		addClass(model, '@', classWeight(words.length), words, shares, words.length),
	);
};

/**
How much likelier than an average word of the language model one of the new words is. Each counts as 30 words, with which
names and terms were heard as often as they ever were, and all of them as 3,000 at most: a thousand words of 30 each were
heard in every sixth place, where other words were said.
*/
const classWeight = (wordCount: number): number => Math.min(30 * wordCount, 3000);

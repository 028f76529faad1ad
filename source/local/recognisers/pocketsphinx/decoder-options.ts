import type {Mode} from '../../../core/mode.js';
import type {RecogniserOptions} from '../../../core/recogniser.js';
import type {Installation} from './decoder.js';

/**
Settings of the decoder by their names, which are the same in both generations of the library.
*/
export type DecoderOptions = Readonly<Record<string, string | number | boolean>>;

/**
What a decoder is made for.
*/
export type Task = {
	readonly mode: Mode;

	/**
	`enhanced` follows more possibilities: fewer errors, for one and a half to two times the work.
	*/
	readonly model: RecogniserOptions['model'];
};

/**
The decoder searches an utterance up to three times: a first time while it hears it, a second time over the words found
(`fwdflat`), and a third time for the best path through what is left. In real time the second is left out, because the
end of an utterance would have to wait for it.

@see The manual page of `pocketsphinx_batch` describes each option.
*/
export const decoderOptions = (installation: Installation, {mode, model}: Task): DecoderOptions => ({
	hmm: installation.acousticModel,
	lm: installation.languageModel,
	dict: installation.dictionary,
	fwdflat: mode === 'batch',
	bestpath: true,
	...(model === 'enhanced' && widerSearch),
});

/**
How unlikely a possibility may be beside the best one before it is dropped (by default 1e-48, and 7e-29 at the ends of
words), how many may be followed at once (30,000), and how many densities a sound is compared with (4).
*/
const widerSearch: DecoderOptions = {
	beam: 1e-60,
	pbeam: 1e-60,
	wbeam: 1e-40,
	maxhmmpf: 60_000,
	topn: 8,
};

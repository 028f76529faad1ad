import type {Hypothesis, Recogniser, RecogniserOptions} from '../../core/recogniser.js';
import {type Contenders, hearBoth} from './auto/hear-both.js';
import {keepWhatIsRead} from './auto/keep-what-is-read.js';
import {withName} from './auto/with-name.js';

/**
Decides for each stream and each recording anew which of two recognisers it gets its words from: the first, where that
one knows the audio, else the second. Each hypothesis with words says whose they are.

A recording is decided before it is recognised. To a stream both listen until it is clear, and the second one's words are
held back as long, so that nothing is ever taken back.

@param known - Has words only for audio that it knows.
@param general - Has words for any speech.
*/
export const createAutoRecogniser = (known: Recogniser, general: Recogniser): Recogniser => ({
	id: 'auto',
	title: `${known.id} for audio that it knows, ${general.id} for any other`,
	languages: {...general.languages, ...known.languages},
	...(general.capacity && {capacity: general.capacity}),
	recognise(audio, options, signal) {
		const only = onlySpeaker([known, general], options.language);
		if (only) {
			return withName(only, only.recognise(audio, options, signal));
		}

		const recognise = options.mode === 'batch' ? decideFirst : hearBoth;
		return recognise({known, general}, audio, options, signal);
	},
	annotate: words => ({...general.annotate?.(words), ...known.annotate?.(words)}),
});

/**
Where only one of them knows the language, there is nothing to decide.
*/
const onlySpeaker = (recognisers: readonly Recogniser[], language: string): Recogniser | undefined => {
	const speakers = recognisers.filter(({languages}) => Object.hasOwn(languages, language));
	return speakers.length === 1 ? speakers[0] : undefined;
};

const decideFirst = async function* (
	{known, general}: Contenders,
	audio: AsyncIterable<Int16Array>,
	options: RecogniserOptions,
	signal: AbortSignal,
): AsyncIterable<Hypothesis> {
	const {beginning, whole, close} = keepWhatIsRead(audio);
	try {
		const isKnown = await known.knows?.(beginning, options.language, signal);
		if (!signal.aborted) {
			const chosen = isKnown ? known : general;
			yield* withName(chosen, chosen.recognise(whole(), options, signal));
		}
	} finally {
		await close();
	}
};

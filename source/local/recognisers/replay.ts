import {sampleRateHz} from '../../core/audio-source.js';
import {ProblemError} from '../../core/problem.js';
import type {Hypothesis, Recogniser, RecogniserOptions} from '../../core/recogniser.js';
import {annotate} from './replay/annotate.js';
import {isKnownAudio} from './replay/is-known-audio.js';
import type {KnownAudio} from './replay/known-audio.js';
import {measureKnownAudio} from './replay/known-frames.js';
import {createReplayStream, type ReplayStream} from './replay/replay-stream.js';

export type {KnownAudio} from './replay/known-audio.js';
export {loadKnownAudio} from './replay/load-known-audio.js';

/**
How much unknown sound is listened to before a stream is refused. A recording costs nobody's time, so it may begin with
a longer introduction.
*/
const unknownSoundSeconds = {'real-time': 5, batch: 60} as const;

/**
Less unknown sound than this is a click or a cough, not a recording that is not known.
*/
const leastSoundSeconds = 1;

/**
Words show on a grid no coarser than this, however long the pieces are in which the audio comes.
*/
const pieceLength = sampleRateHz * 0.04;

/**
Plays back what is known about known recordings: finds them in the audio by their sound, from any place on. It
recognises nothing, and says so where audio is unknown.
*/
export const createReplayRecogniser = (known: readonly KnownAudio[]): Recogniser => {
	let measured: ReadonlyArray<ReturnType<typeof measureKnownAudio>> | undefined;
	const library = (language: string) => {
		measured ??= known.map(measureKnownAudio);
		return measured.filter(recording => recording.known.language === language);
	};

	const languageNames = new Intl.DisplayNames(['en'], {type: 'language'});
	return {
		id: 'replay',
		title: 'plays back the bundled sample wherever it is heard, and recognises nothing',
		languages: Object.fromEntries(
			known.map(({language}) => [language, languageNames.of(language) ?? language]),
		),
		knows: async (audio, language, signal) => isKnownAudio(library(language), audio, language, signal),
		recognise: (audio, options, signal) =>
			replay(createReplayStream(library(options.language), options), audio, options, signal),
		annotate: words => annotate(known, words),
	};
};

const replay = async function* (
	stream: ReplayStream,
	audio: AsyncIterable<Int16Array>,
	{mode}: RecogniserOptions,
	signal: AbortSignal,
): AsyncIterable<Hypothesis> {
	for await (const samples of audio) {
		if (signal.aborted) {
			return;
		}

		for (let from = 0; from === 0 || from < samples.length; from += pieceLength) {
			stream.hear(samples.subarray(from, from + pieceLength));
			refuseUnknown(stream, unknownSoundSeconds[mode]);
			if (mode === 'real-time') {
				yield stream.hypothesis();
			}
		}

		if (mode === 'batch') {
			yield stream.takeSettled();
		}
	}

	if (!signal.aborted) {
		stream.end();
		refuseUnknown(stream, leastSoundSeconds);
		yield mode === 'batch' ? stream.takeSettled() : stream.hypothesis();
	}
};

const refuseUnknown = (stream: ReplayStream, mostSoundSeconds: number): void => {
	if (!stream.isKnown() && stream.soundSeconds() >= mostSoundSeconds) {
		throw new ProblemError({
			kind: 'rejected',
			message: 'The replay recogniser does not know this audio: it only plays back the bundled sample.',
			nextStep:
				'Choose a real recogniser (--recogniser auto) or the cloud with a key (SPEECHMATICS_API_KEY), or try the bundled sample.',
		});
	}
};

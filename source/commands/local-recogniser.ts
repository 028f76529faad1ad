import {assetsFolder} from '../assets-folder.js';
import type {PreparedRecording} from '../audio/prepare-recording.js';
import {childScript} from '../child-script.js';
import {sampleRateHz} from '../core/audio-source.js';
import type {Recogniser} from '../core/recogniser.js';
import {openRecogniser, recogniserIds} from '../local/recognisers/recognisers.js';
import type {OptionValues} from './options.js';

/**
A recording that is there before it is transcribed, so that the local engine can look at it first.
*/
type RecordingAtHand = {
	readonly recording: Pick<PreparedRecording, 'openPcm'>;
	readonly signal: AbortSignal;
};

/**
What is known of the audio before it is transcribed: all of it, that somebody will speak, or that it comes through a pipe.
*/
export type ExpectedAudio = RecordingAtHand | 'speech' | 'pipe';

/**
The recogniser of the local engine: the one that the user wants, or else one that suits the audio.

@param expected - Without it, for whatever audio will come.
@throws {ProblemError} Of kind `bad-input`, where the one that is wanted does not work here, or none has words for this
recording: why, and what to do.
@throws The signal's reason, when it is aborted.
*/
export const openLocalRecogniser = async (
	values: OptionValues,
	expected?: ExpectedAudio,
): Promise<Recogniser> => {
	const open = async (id: (typeof recogniserIds)[number]) =>
		openRecogniser(id, {
			assetsFolder,
			childScript,
			...(values['pocketsphinx-library'] !== undefined && {
				pocketsphinxLibrary: values['pocketsphinx-library'],
			}),
			...(values['pocketsphinx-model'] !== undefined && {pocketsphinxModel: values['pocketsphinx-model']}),
		});
	if (values.recogniser !== 'auto') {
		return open(values.recogniser);
	}

	const {chooseForAnyAudio, chooseForRecording, chooseForSpeech} = await import(
		'../local/recognisers/choose-recogniser.js'
	);
	const openers = recogniserIds.map(id => async () => open(id));
	if (expected === 'speech') {
		return chooseForSpeech(openers);
	}

	if (expected === 'pipe') {
		// It may be the sample; but where speech is recognised, one recogniser's name for the whole run is worth more.
		return chooseForSpeech(openers).catch(() => chooseForAnyAudio(openers));
	}

	return expected
		? chooseForRecording(openers, {
				openSamples: await samplesOf(expected.recording),
				language: values.language,
				signal: expected.signal,
			})
		: chooseForAnyAudio(openers);
};

const samplesOf = async ({openPcm}: RecordingAtHand['recording']) => {
	const {createAudioDecoder} = await import('../audio/decoder.js');
	const decoder = createAudioDecoder();
	return () => decoder.decodeRaw(openPcm(), {encoding: 'pcm_s16le', sampleRateHz});
};

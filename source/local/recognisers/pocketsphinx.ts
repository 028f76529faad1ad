import {availableParallelism} from 'node:os';
import {sampleRateHz} from '../../core/audio-source.js';
import type {Hypothesis, Recogniser, RecogniserOptions} from '../../core/recogniser.js';
import type {Answer} from './pocketsphinx/child-messages.js';
import type {Installation} from './pocketsphinx/decoder.js';
import {startDecoderProcess} from './pocketsphinx/decoder-process.js';

export type PocketsphinxSettings = {
	readonly installation: Installation;

	/**
	The path of the program that runs a decoder.
	*/
	readonly childScript: string;

	/**
	How many processors there are for it. Default: all of this machine.
	*/
	readonly coreCount?: number;
};

/**
Live speech goes to the decoder in pieces no longer than this, so that words show soon; recordings in longer ones.
*/
const pieceLength = {'real-time': sampleRateHz * 0.1, batch: sampleRateHz} as const;

/**
Recognises English speech on this machine with CMU PocketSphinx. It knows no marks, so that a full stop only tells of a
pause; numbers stay words; speakers are not told apart. Each stream has a decoder in a process of its own.
*/
export const createPocketsphinxRecogniser = ({
	installation,
	childScript,
	coreCount = availableParallelism(),
}: PocketsphinxSettings): Recogniser => ({
	id: 'pocketsphinx',
	title:
		'recognises any English speech on this machine with CMU PocketSphinx; full stops tell of pauses only',
	languages: {en: 'English'},

	// One decoder keeps a core busy at the most. Recordings have the lower priority, and leave a core for speech.
	capacity: {'real-time': coreCount, batch: Math.max(1, coreCount - 1)},
	recognise: (audio, options, signal) => recognise(audio, options, signal, {installation, childScript}),
});

const recognise = async function* (
	audio: AsyncIterable<Int16Array>,
	{mode, model, vocabulary}: RecogniserOptions,
	signal: AbortSignal,
	{installation, childScript}: PocketsphinxSettings,
): AsyncIterable<Hypothesis> {
	if (signal.aborted) {
		return;
	}

	const decoder = startDecoderProcess(childScript);
	signal.addEventListener('abort', decoder.kill, {once: true});
	try {
		await decoder.ask({type: 'open', installation, mode, model, vocabulary});
		for await (const samples of audio) {
			for (let from = 0; from === 0 || from < samples.length; from += pieceLength[mode]) {
				yield hypothesisOf(
					await decoder.ask({type: 'hear', samples: samples.slice(from, from + pieceLength[mode])}),
				);
			}
		}

		yield hypothesisOf(await decoder.ask({type: 'end'}));
	} catch (error) {
		if (!signal.aborted) {
			throw error;
		}
	} finally {
		signal.removeEventListener('abort', decoder.kill);
		decoder.kill();
	}
};

const hypothesisOf = (answer: Exclude<Answer, {type: 'failed'}>): Hypothesis => {
	if (answer.type !== 'hypothesis') {
		throw new Error(`The recogniser's process answered with “${answer.type}”.`);
	}

	return answer.hypothesis;
};

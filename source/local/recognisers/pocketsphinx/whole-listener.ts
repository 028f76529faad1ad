import {sampleRateHz} from '../../../core/audio-source.js';
import type {Hypothesis} from '../../../core/recogniser.js';
import type {Word} from '../../../core/word.js';
import type {Decoder} from './decoder.js';
import {createFrames} from './frames.js';
import {createLeadIn} from './lead-in.js';
import {type Listener, pauseSeconds} from './listener.js';
import {createSpeechMeter} from './speech-meter.js';
import {splitPoint} from './split-point.js';
import {createUtterance, type Utterance} from './utterance.js';
import {fullStop, toWords} from './words.js';

/**
An utterance without any pause is split when it is this long, so that a recording of any length takes little memory.
*/
const longestSeconds = 30;

/**
Listens to a recording that is all there: each utterance is decoded at once, when all of it is known, with as many
searches as the decoder has. The sound is levelled over the whole utterance, which live speech cannot be.

@param texts - What is shown for tokens of the additional vocabulary.
*/
export const createWholeListener = (decoder: Decoder, texts: ReadonlyMap<string, string>): Listener => {
	const meter = createSpeechMeter();
	const leadIn = createLeadIn();
	const frames = createFrames();
	let sampleCount = 0;
	let beginsSentence = true;
	let utterance: Utterance | undefined;

	const audioSeconds = (): number => sampleCount / sampleRateHz;

	const decode = (heard: Utterance) => {
		decoder.start();
		decoder.hear(heard.samples());
		decoder.end();
		const segments = decoder.segments();
		return {
			segments,
			read: (endSeconds: number): readonly Word[] =>
				toWords(
					segments.filter(segment => segment.endSeconds <= endSeconds),
					{offsetSeconds: heard.startSeconds, texts, beginsSentence},
				),
		};
	};

	const settle = (heard: Utterance): readonly Word[] => {
		utterance = undefined;
		const words = decode(heard).read(Number.POSITIVE_INFINITY);
		const last = words.at(-1);
		beginsSentence ||= last !== undefined;
		return last ? [...words, fullStop(last)] : [];
	};

	const split = (heard: Utterance): readonly Word[] => {
		const {segments, read} = decode(heard);
		const splitSeconds = splitPoint(segments, heard.endSeconds() - heard.startSeconds);
		const words = read(splitSeconds);
		beginsSentence &&= words.length === 0;
		utterance = createUtterance(heard.endSeconds(), heard.samples(heard.startSeconds + splitSeconds));
		return words;
	};

	const hearFrame = (samples: Int16Array): readonly Word[] => {
		meter.hear(samples);
		sampleCount += samples.length;
		if (!utterance) {
			leadIn.hear(samples);
			if (meter.silenceSeconds() === 0) {
				utterance = createUtterance(audioSeconds(), leadIn.take());
			}

			return [];
		}

		utterance.add(samples);
		if (meter.silenceSeconds() >= pauseSeconds) {
			return settle(utterance);
		}

		return utterance.endSeconds() - utterance.startSeconds >= longestSeconds ? split(utterance) : [];
	};

	const settled = (words: readonly Word[]): Hypothesis => ({
		audioSeconds: audioSeconds(),
		words,
		isSettled: true,
	});

	return {
		hear(samples) {
			return settled(frames.cut(samples).flatMap(hearFrame));
		},
		end() {
			const words = hearFrame(frames.rest());
			return settled([...words, ...(utterance ? settle(utterance) : [])]);
		},
	};
};

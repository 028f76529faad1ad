import {sampleRateHz} from '../../../core/audio-source.js';
import type {Hypothesis} from '../../../core/recogniser.js';
import type {Word} from '../../../core/word.js';
import type {Decoder, Segment} from './decoder.js';
import {createFrames} from './frames.js';
import {createLeadIn} from './lead-in.js';
import {type Listener, pauseSeconds} from './listener.js';
import {createSpeechMeter} from './speech-meter.js';
import {splitPoint} from './split-point.js';
import {createSteadiness, type Steadiness} from './steadiness.js';
import {createUtterance, type Utterance} from './utterance.js';
import {fullStop, toWords} from './words.js';

/**
How much is heard between two looks at what the decoder thinks.
*/
const lookSeconds = 0.1;

/**
An utterance without any pause is split when it is this long: what the decoder keeps of it grows with it.
*/
const longestSeconds = 20;

type Open = {readonly utterance: Utterance; readonly steadiness: Steadiness; words: readonly Word[]};

/**
Listens while somebody speaks. The decoder works only from where speech begins to the pause after it; the words of an
utterance change as it goes on, and settle with the pause.

@param texts - What is shown for tokens of the additional vocabulary.
*/
export const createLiveListener = (decoder: Decoder, texts: ReadonlyMap<string, string>): Listener => {
	const meter = createSpeechMeter();
	const leadIn = createLeadIn();
	const frames = createFrames();
	let sampleCount = 0;
	let unseenCount = 0;
	let beginsSentence = true;
	let open: Open | undefined;

	const audioSeconds = (): number => sampleCount / sampleRateHz;

	const hypothesis = (words: readonly Word[], isSettled: boolean): Hypothesis => ({
		audioSeconds: audioSeconds(),
		words,
		isSettled,
		silenceSeconds: Math.min(meter.silenceSeconds(), audioSeconds()),
	});

	const read = (utterance: Utterance, segments: readonly Segment[]): readonly Word[] =>
		toWords(segments, {offsetSeconds: utterance.startSeconds, texts, beginsSentence});

	const begin = (first: Int16Array): Open => {
		decoder.start();
		decoder.hear(first);
		unseenCount = 0;
		open = {
			utterance: createUtterance(audioSeconds(), first),
			steadiness: createSteadiness(),
			words: [],
		};
		return open;
	};

	/**
	The utterance that is going on or begins now, if any.
	*/
	const goOn = (samples: Int16Array): Open | undefined => {
		if (open) {
			open.utterance.add(samples);
			decoder.hear(samples);
			return open;
		}

		leadIn.hear(samples);
		return meter.silenceSeconds() > 0 ? undefined : begin(leadIn.take());
	};

	const look = ({utterance, steadiness}: Open): readonly Word[] => {
		unseenCount = 0;
		return steadiness.weigh(read(utterance, decoder.segments()));
	};

	const settle = ({utterance}: Open): Hypothesis => {
		decoder.end();
		const words = read(utterance, decoder.segments());
		open = undefined;
		const last = words.at(-1);
		beginsSentence ||= last !== undefined;
		return hypothesis(last ? [...words, fullStop(last)] : [], true);
	};

	/**
	The rest of it is heard again as the beginning of the next.
	*/
	const split = ({utterance}: Open): Hypothesis => {
		decoder.end();
		const segments = decoder.segments();
		const splitSeconds = splitPoint(segments, utterance.endSeconds() - utterance.startSeconds);
		const words = read(
			utterance,
			segments.filter(({endSeconds}) => endSeconds <= splitSeconds),
		);
		beginsSentence &&= words.length === 0;
		begin(utterance.samples(utterance.startSeconds + splitSeconds));
		return hypothesis(words, true);
	};

	const hearFrame = (frame: Int16Array): Hypothesis => {
		meter.hear(frame);
		sampleCount += frame.length;
		unseenCount += frame.length;
		const current = goOn(frame);
		if (!current) {
			return hypothesis([], true);
		}

		if (meter.silenceSeconds() >= pauseSeconds) {
			return settle(current);
		}

		if (current.utterance.endSeconds() - current.utterance.startSeconds >= longestSeconds) {
			return split(current);
		}

		if (unseenCount >= lookSeconds * sampleRateHz) {
			current.words = look(current);
		}

		return hypothesis(current.words, false);
	};

	/**
	What is thought after some frames. Words that settled among them are not lost: a tenth of a second has no more than one
	pause, and no other words after it.
	*/
	const hearFrames = (frames: readonly Int16Array[]): Hypothesis => {
		let last = hypothesis(open?.words ?? [], !open);
		let settled: readonly Word[] = [];
		for (const frame of frames) {
			last = hearFrame(frame);
			settled = last.isSettled && last.words.length > 0 ? last.words : settled;
		}

		return settled.length > 0 ? {...last, words: settled, isSettled: true} : last;
	};

	return {
		hear: samples => hearFrames(frames.cut(samples)),
		end() {
			const {words: settled} = hearFrames([frames.rest()]);
			const wasSettled = !open;
			const last = open ? settle(open) : hypothesis([], true);
			return wasSettled ? {...last, words: settled} : last;
		},
	};
};

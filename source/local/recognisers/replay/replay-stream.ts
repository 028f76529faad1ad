import {sampleRateHz} from '../../../core/audio-source.js';
import type {Hypothesis, RecogniserOptions} from '../../../core/recogniser.js';
import type {Word} from '../../../core/word.js';
import {framesPerSecond} from './band-frames.js';
import {createFollower, type Placement} from './follow.js';
import {heardWords} from './heard-words.js';
import type {KnownFrames} from './known-frames.js';
import {isSettled, type PlacedWord, placeWords, silenceAt, wordsAt} from './placed-words.js';

/**
One stream of audio and the words that are replayed for it.
*/
export type ReplayStream = {
	/**
	Takes the next samples. Words show no finer than in pieces of this length.
	*/
	readonly hear: (samples: Int16Array) => void;

	/**
	No more samples will come: what was heard shows and settles at once.
	*/
	readonly end: () => void;

	/**
	The words of the last seconds, as they look now.
	*/
	readonly hypothesis: () => Hypothesis;

	/**
	Words that will not change any more, each of them once.
	*/
	readonly takeSettled: () => Hypothesis;

	/**
	Whether any word has been known, and how long it has been loud enough for speech.
	*/
	readonly isKnown: () => boolean;
	readonly soundSeconds: () => number;
};

/**
The words of the recording that the stream is in, and which of them comes next.
*/
type Script = {
	readonly placement: Placement;
	readonly words: readonly PlacedWord[];
	nextIndex: number;

	/**
	When the stream was no longer this recording.
	*/
	lostSeconds: number;
};

/**
Words that ended longer ago are final in any case.
*/
const windowSeconds = 10;

/**
How far words of two placements may overlap and still be two words.
*/
const overlapSeconds = 0.05;

/**
Starts at the beginning of a stream.
*/
export const createReplayStream = (
	library: readonly KnownFrames[],
	options: RecogniserOptions,
): ReplayStream => {
	const follower = createFollower(library);
	const maxDelaySeconds = options.mode === 'batch' ? Number.POSITIVE_INFINITY : options.maxDelaySeconds;
	let shown: readonly PlacedWord[] = [];
	let shownEndSeconds = 0;
	let script: Script | undefined;
	let sampleCount = 0;
	let isEnded = false;

	const audioSeconds = (): number => sampleCount / sampleRateHz;

	const isHeard = (placed: PlacedWord | undefined, placement: Placement): placed is PlacedWord =>
		placed !== undefined &&
		placed.word.startSeconds >= shownEndSeconds - overlapSeconds &&
		follower.matches(placement, placed.word.startSeconds, placed.word.endSeconds);

	const startScript = (placement: Placement): Script => {
		const heard = heardWords(placement.recording.known, options);
		const words = placeWords(heard, placement.shift / framesPerSecond, maxDelaySeconds);
		const index = words.findIndex(({word}) => word.endSeconds > audioSeconds());
		let nextIndex = index === -1 ? words.length : index;

		// It takes a while to find the place, and words were spoken until then.
		while (isHeard(words[nextIndex - 1], placement)) {
			nextIndex--;
		}

		return {placement, words, nextIndex, lostSeconds: Number.POSITIVE_INFINITY};
	};

	const follow = (): void => {
		const placement = follower.placement();
		if (placement && placement !== script?.placement) {
			script = startScript(placement);
		} else if (!placement && script) {
			script.lostSeconds = Math.min(script.lostSeconds, audioSeconds());
		}
	};

	const showWords = (current: Script): void => {
		for (
			let placed = current.words[current.nextIndex];
			placed && placed.word.endSeconds <= current.lostSeconds;
			placed = current.words[++current.nextIndex]
		) {
			if ((isEnded ? placed.word.endSeconds : placed.showSeconds) > audioSeconds()) {
				return;
			}

			if (isHeard(placed, current.placement)) {
				shown = [...shown, placed];
				shownEndSeconds = placed.word.endSeconds;
			}
		}
	};

	const silenceSeconds = (): number =>
		script && follower.placement() ? silenceAt(script.words, audioSeconds()) : follower.silenceSeconds();

	const looksAt = (): number => (isEnded ? Number.POSITIVE_INFINITY : audioSeconds());

	return {
		hear(samples) {
			sampleCount += samples.length;
			follower.hear(samples);
			follow();
			if (script) {
				showWords(script);
			}
		},
		end() {
			isEnded = true;
			if (script) {
				showWords(script);
			}
		},
		hypothesis() {
			shown = shown.filter(({word}) => word.endSeconds > audioSeconds() - windowSeconds);
			return {
				audioSeconds: audioSeconds(),
				words: shown.flatMap(placed => wordsAt(placed, looksAt())),
				isSettled: isEnded,
				silenceSeconds: silenceSeconds(),
			};
		},
		takeSettled() {
			const open = shown.findIndex(placed => !isSettled(placed, looksAt()));
			const count = open === -1 ? shown.length : open;
			const words: readonly Word[] = shown.slice(0, count).flatMap(placed => wordsAt(placed, looksAt()));
			shown = shown.slice(count);
			return {audioSeconds: audioSeconds(), words, isSettled: true};
		},
		isKnown: () => shownEndSeconds > 0,
		soundSeconds: follower.soundSeconds,
	};
};

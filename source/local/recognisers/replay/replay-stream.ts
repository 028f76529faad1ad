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
Two placements that differ by less are of one playing: nobody plays half a second of a recording twice.
*/
const samePlayingFrames = 0.5 * framesPerSecond;

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
	let lastShown: {readonly placement: Placement; readonly number: number} | undefined;
	let script: Script | undefined;
	let sampleCount = 0;
	let isEnded = false;

	const audioSeconds = (): number => sampleCount / sampleRateHz;

	/**
	The same playing of a recording may be placed anew, a frame or two from before. Then the words that have shown are told by
	their number: short ones may lie in the tolerance of times.
	*/
	const isBehindShown = ({placement}: Script, {number}: PlacedWord): boolean =>
		lastShown?.placement.recording !== placement.recording ||
		Math.abs(lastShown.placement.shift - placement.shift) > samePlayingFrames ||
		number > lastShown.number;

	const isHeard = (current: Script, index: number): boolean => {
		const placed = current.words[index];
		return (
			placed !== undefined &&
			isBehindShown(current, placed) &&
			placed.word.startSeconds >= shownEndSeconds - overlapSeconds &&
			follower.matches(current.placement, placed.word.startSeconds, placed.word.endSeconds)
		);
	};

	const startScript = (placement: Placement): Script => {
		const heard = heardWords(placement.recording.known, options);
		const words = placeWords(heard, placement.shift / framesPerSecond, maxDelaySeconds);
		const index = words.findIndex(({word}) => word.endSeconds > audioSeconds());
		const started: Script = {
			placement,
			words,
			nextIndex: index === -1 ? words.length : index,
			lostSeconds: Number.POSITIVE_INFINITY,
		};

		// It takes a while to find the place, and words were spoken until then.
		while (isHeard(started, started.nextIndex - 1)) {
			started.nextIndex--;
		}

		return started;
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

			if (isHeard(current, current.nextIndex)) {
				shown = [...shown, placed];
				shownEndSeconds = placed.word.endSeconds;
				lastShown = {placement: current.placement, number: placed.number};
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

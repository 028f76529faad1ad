import {type BandFrame, createBandMeter, framesPerSecond} from './band-frames.js';
import {findPlace, type Place} from './find-place.js';
import type {KnownFrames} from './known-frames.js';
import {fingerprint, isLoud, isSound, similarity} from './match.js';

/**
A stretch of the stream that is known: frame n of the recording is frame n + shift of the stream.
*/
export type Placement = {readonly recording: KnownFrames; readonly shift: number};

/**
Listens to a stream and says where in what is known it is.
*/
export type Follower = {
	readonly hear: (samples: Int16Array) => void;

	/**
	Where the stream is now; nothing in unknown audio, and in silence until something is known.
	*/
	readonly placement: () => Placement | undefined;

	/**
	Whether the stream sounds like the recording between two times of the stream.
	*/
	readonly matches: (placement: Placement, startSeconds: number, endSeconds: number) => boolean;

	/**
	How long it has been loud enough for speech, in all; and how long it is silent now.
	*/
	readonly soundSeconds: () => number;
	readonly silenceSeconds: () => number;
};

/**
How often the place is looked for or checked, and how much sound a check takes.
*/
const checkFrames = 10;
const followLength = 100;

/**
Less alike than this is another sound. Known speech over loud noise reaches 0.73 at the least, unrelated speech at one
certain place hardly 0.3.
*/
const leastFollowSimilarity = 0.45;

/**
A word is short, so it has to be heard with its surroundings, and more clearly.
*/
const leastWordSimilarity = 0.72;
const wordMarginSeconds = 0.25;

/**
Two checks in a row have to fail, as a cough may spoil one.
*/
const failuresToLose = 2;

/**
Enough for the longest evidence and the longest word.
*/
const keptFrames = 10 * framesPerSecond;

/**
Starts at the beginning of a stream.
*/
export const createFollower = (library: readonly KnownFrames[]): Follower => {
	const measure = createBandMeter();
	let frames: BandFrame[] = [];
	let droppedCount = 0;
	let loudCount = 0;
	let silenceCount = 0;
	let failureCount = 0;
	let placement: Placement | undefined;

	const frameCount = (): number => droppedCount + frames.length;

	const alike = ({recording, shift}: Placement, from: number, count: number): number =>
		similarity(
			fingerprint(frames, from - droppedCount, count),
			fingerprint(recording.frames, from - shift, count),
		);

	const check = (current: Placement): Placement | undefined => {
		const from = frameCount() - followLength;
		const knownEnd = frameCount() - current.shift;
		if (knownEnd > current.recording.frames.length) {
			return undefined;
		}

		const heard = frames.slice(-checkFrames * 2);
		const known = current.recording.frames.slice(knownEnd - heard.length, knownEnd);
		if (!heard.some(isSound) && !known.some(isSound)) {
			return current;
		}

		// The two clocks may drift apart slowly.
		const candidates = [current, ...[-1, 1].map(drift => ({...current, shift: current.shift + drift}))];
		const scores = candidates.map(candidate => alike(candidate, from, followLength));
		const best = scores.indexOf(Math.max(...scores));
		failureCount = (scores[best] ?? 0) < leastFollowSimilarity ? failureCount + 1 : 0;
		return failureCount < failuresToLose ? candidates[best] : undefined;
	};

	const find = (): Placement | undefined => {
		const place: Place | undefined = findPlace(frames, library);
		failureCount = 0;
		return place && {recording: place.recording, shift: frameCount() - place.nextFrame};
	};

	const hearFrame = (frame: BandFrame): void => {
		frames.push(frame);
		loudCount += isLoud(frame) ? 1 : 0;
		silenceCount = isSound(frame) ? 0 : silenceCount + 1;
		if (frameCount() % checkFrames === 0) {
			placement = placement ? check(placement) : find();
		}

		if (frames.length > keptFrames * 2) {
			droppedCount += keptFrames;
			frames = frames.slice(keptFrames);
		}
	};

	return {
		hear(samples) {
			for (const frame of measure(samples)) {
				hearFrame(frame);
			}
		},
		placement: () => placement,
		matches(place, startSeconds, endSeconds) {
			const from = Math.floor((startSeconds - wordMarginSeconds) * framesPerSecond);
			const to = Math.min(Math.ceil((endSeconds + wordMarginSeconds) * framesPerSecond), frameCount());
			const first = Math.max(from, droppedCount, place.shift);
			return to > first && alike(place, first, to - first) >= leastWordSimilarity;
		},
		soundSeconds: () => loudCount / framesPerSecond,
		silenceSeconds: () => silenceCount / framesPerSecond,
	};
};

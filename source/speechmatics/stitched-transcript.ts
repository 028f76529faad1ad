import {crossSeam, openSeam, type Seam} from '../core/seam.js';
import type {RealTimeEvent, TranscriptPart} from '../core/transcript-event.js';
import type {Word} from '../core/word.js';
import {midSeconds} from '../core/word-sightings.js';
import {createSessionAxis, type SessionAxis} from './session-axis.js';

/**
One transcript from sessions that follow each other and overlap a little.
*/
export type StitchedTranscript = {
	/**
	An event of the present session as one of the run: on the run's axis, without what earlier sessions have made final,
	with speakers that cannot be confused with theirs.

	@returns Nothing where nothing of it is left.
	*/
	hear(event: RealTimeEvent): RealTimeEvent | undefined;

	/**
	How many sessions have started.
	*/
	readonly sessionCount: number;

	/**
	The end of the last final word, and how far the finals reach, silence included.
	*/
	readonly lastWordSeconds: number;
	readonly finalisedSeconds: number;
};

/**
More words than a new session can hear again.
*/
const rememberedCount = 50;

/**
A transcript without words.
*/
export const createStitchedTranscript = (): StitchedTranscript => {
	let sessionCount = 0;
	let axis: SessionAxis = createSessionAxis();
	let lastFinals: readonly Word[] = [];
	let lastWordSeconds = 0;
	let finalisedSeconds = 0;
	let seam: Seam = openSeam([]);
	let shown: readonly Word[] = []; // What the last partial showed,
	let carried: readonly Word[] = []; // and what of it the present session has not come to yet.
	const warnings = new Set<string>();

	const begin = (): void => {
		sessionCount += 1;
		axis = createSessionAxis();
		seam = openSeam(lastFinals);
		carried = shown.map(word => ({...word, session: sessionCount})); // Shown as part of what it leads to.
	};

	const hearFinal = (part: TranscriptPart<'final'>): RealTimeEvent | undefined => {
		const crossed = crossSeam(seam, part.words);
		const words = ofSession(crossed.words, sessionCount);
		seam = crossed.seam;
		if (words.length === 0 && part.endSeconds <= finalisedSeconds) {
			return undefined;
		}

		lastFinals = [...lastFinals, ...words].slice(-rememberedCount);
		lastWordSeconds = words.findLast(({type}) => type === 'word')?.endSeconds ?? lastWordSeconds;
		finalisedSeconds = Math.max(finalisedSeconds, part.endSeconds);
		shown = behind(shown, finalisedSeconds);
		carried = behind(carried, finalisedSeconds);
		return {...part, words};
	};

	/**
	What the lost session showed last stays on show until the present one has come as far.
	*/
	const hearPartial = (part: TranscriptPart<'partial'>): RealTimeEvent => {
		const words = ofSession(crossSeam(seam, part.words).words, sessionCount);
		carried = behind(carried, Math.max(part.endSeconds, words.at(-1)?.endSeconds ?? 0));
		shown = [...words, ...carried];
		return {...part, words: shown, endSeconds: Math.max(part.endSeconds, shown.at(-1)?.endSeconds ?? 0)};
	};

	return {
		hear(event) {
			switch (event.type) {
				case 'started': {
					begin();
					return event;
				}

				case 'audio-sent': {
					axis.sent(event);
					return event;
				}

				case 'partial': {
					return hearPartial(axis.toRunPart(event));
				}

				case 'final': {
					return hearFinal(axis.toRunPart(event));
				}

				case 'end-of-utterance': {
					return {...event, atSeconds: axis.toRunSeconds(event.atSeconds)};
				}

				case 'warned': {
					const isKnown = sessionCount > 1 && warnings.has(event.message);
					warnings.add(event.message);
					return isKnown ? undefined : event;
				}

				default: {
					return event;
				}
			}
		},

		get sessionCount() {
			return sessionCount;
		},

		get lastWordSeconds() {
			return lastWordSeconds;
		},

		get finalisedSeconds() {
			return finalisedSeconds;
		},
	};
};

/**
Labels such as `S1` are given anew in each session, to whoever speaks first.
*/
const ofSession = (words: readonly Word[], session: number): readonly Word[] =>
	session <= 1
		? words
		: words.map(word => ({
				...word,
				session,
				...(word.speaker !== undefined && {
					speaker: /^S\d+$/.test(word.speaker) ? `${word.speaker}.${session}` : word.speaker,
				}),
			}));

const behind = (words: readonly Word[], seconds: number): readonly Word[] => {
	const first = words.findIndex(word => word.type === 'word' && midSeconds(word) > seconds);
	return first === -1 ? [] : words.slice(first);
};

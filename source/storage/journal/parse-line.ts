import type {Mode} from '../../core/mode.js';
import type {RunEvent} from '../../core/run-state.js';
import {unpackSent} from './audio-line.js';
import type {Ended, JournalEntry} from './entry.js';
import {eventShapes} from './event-shapes.js';
import type {JournalHeader, RunAudio} from './journal-header.js';
import {audioChangeShape, endedShape, headerShape, processShape, stampedShape} from './line-shapes.js';
import {unpackWord} from './packed-word.js';
import {type PartialBefore, unpackPartial} from './partial-line.js';
import type {ProcessIdentity} from './process-identity.js';
import {isRecord, type Shape} from './shape.js';

/**
@returns Nothing where the line is not the header of a journal.
*/
export const parseHeader = (line: string): JournalHeader | undefined => {
	const content = parseObject(line);
	return content && headerShape(content) ? (content as unknown as JournalHeader) : undefined;
};

/**
Tells what the lines after the header say, one after the other. Never throws: a line that makes no sense is a skipped one.
*/
export const createLineParser = (): ((line: string) => readonly JournalEntry[]) => {
	let partialBefore: PartialBefore;
	return line => {
		const entries = parseLine(line, partialBefore);
		partialBefore = entries.reduce(nextPartialBefore, partialBefore);
		return entries;
	};
};

const nextPartialBefore = (before: PartialBefore, entry: JournalEntry): PartialBefore => {
	if (entry.type === 'skipped') {
		return undefined; // It may have been one.
	}

	if (entry.type !== 'event') {
		return before;
	}

	const {event} = entry.event;
	if (event.type === 'partial') {
		return event;
	}

	return event.type === 'final' ? undefined : before;
};

/**
@param before - The last partial.
*/
const parseLine = (line: string, before: PartialBefore): readonly JournalEntry[] => {
	const content = parseObject(line);
	if (!content) {
		return damaged;
	}

	const [, parse] = Object.entries(kinds).find(([name]) => Object.hasOwn(content, name)) ?? [];
	return parse?.(content, before) ?? unknown;
};

const damaged: readonly JournalEntry[] = [{type: 'skipped', why: 'damaged'}];
const unknown: readonly JournalEntry[] = [{type: 'skipped', why: 'unknown'}];

type Content = Readonly<Record<string, unknown>>;

/**
The kinds of lines, by the name that only they have.
*/
const kinds: Readonly<Record<string, (content: Content, before: PartialBefore) => readonly JournalEntry[]>> =
	{
		event: content => parseEvent(content),
		partial: (content, before) =>
			parseEvent({mode: 'real-time', receivedMs: content['at'], event: unpackPartial(content, before)}),
		final: ({final, from, to, at}) =>
			parseEvent({
				mode: 'real-time',
				receivedMs: at,
				event: {type: 'final', words: final, startSeconds: from, endSeconds: to},
			}),
		sent: content => parseAudio(content),
		acknowledged: content => parseAudio(content),
		audio: ({audio}) =>
			audioChangeShape(audio) ? [{type: 'audio', audio: audio as Partial<RunAudio>}] : damaged,
		process: ({process}) =>
			processShape(process) ? [{type: 'owner', owner: process as ProcessIdentity}] : damaged,
		released: ({released}) =>
			processShape(released) ? [{type: 'released', owner: released as ProcessIdentity}] : damaged,
		ended: ({ended}) => (endedShape(ended) ? [{type: 'ended', ended: ended as Ended}] : damaged),
	};

const parseEvent = (content: Content): readonly JournalEntry[] => {
	if (!stampedShape(content)) {
		return damaged;
	}

	const {mode, receivedMs} = content as Pick<RunEvent, 'mode' | 'receivedMs'>;
	const given = content['event'] as Content;
	const event = Array.isArray(given['words']) ? {...given, words: given['words'].map(unpackWord)} : given;
	return checkedEvent(mode, event, receivedMs);
};

const checkedEvent = (mode: Mode, event: Content, receivedMs: number): readonly JournalEntry[] => {
	const shapes: Readonly<Record<string, Shape>> = eventShapes[mode];
	const type = String(event['type']);
	const shape = Object.hasOwn(shapes, type) ? shapes[type] : undefined;
	if (!shape) {
		return unknown;
	}

	return shape(event) ? [{type: 'event', event: {mode, receivedMs, event} as unknown as RunEvent}] : damaged;
};

const parseAudio = ({sent = [], acknowledged, at}: Content): readonly JournalEntry[] => {
	const pieces = Array.isArray(sent) ? unpackSent(sent) : [undefined];
	const events = [
		...pieces.map(piece => ({type: 'audio-sent', ...(isRecord(piece) && piece)})),
		...(acknowledged === undefined ? [] : [{type: 'audio-acknowledged', endSeconds: acknowledged}]),
	];
	const entries = events.flatMap(event => parseEvent({mode: 'real-time', receivedMs: at, event}));
	return entries.some(({type}) => type === 'skipped') ? damaged : entries;
};

const parseObject = (line: string): Content | undefined => {
	try {
		const content: unknown = JSON.parse(line);
		return isRecord(content) ? content : undefined;
	} catch {
		return undefined;
	}
};

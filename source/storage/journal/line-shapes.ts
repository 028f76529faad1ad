import {isDatedName} from '../../core/dated-name.js';
import {amount, flag, listOf, number, objectOf, oneOf, type Shape, text} from './shape.js';

export const processShape: Shape = objectOf(
	{id: value => Number.isSafeInteger(value) && Number(value) > 0, host: text},
	{boot: text, startTicks: text},
);

const audioFields = {name: text, path: text, seconds: amount, bytes: amount, sha256: text};
const {name, ...laterAudioFields} = audioFields;

/**
The audio of a header, and what is known of it later.
*/
const audioShape: Shape = objectOf({name}, laterAudioFields);
export const audioChangeShape: Shape = objectOf({}, audioFields);

const engineShape: Shape = objectOf(
	{kind: oneOf('cloud', 'on-premises', 'local'), title: text, batchUrl: text, realtimeUrl: text},
	{recogniser: text},
);

const optionsShape: Shape = objectOf({
	language: text,
	model: oneOf('standard', 'enhanced'),
	diarization: oneOf('none', 'speaker', 'channel'),
	maxDelaySeconds: amount,
	maxDelayMode: oneOf('flexible', 'fixed'),
	vocabulary: listOf(objectOf({content: text}, {soundsLike: listOf(text)})),
});

const moment: Shape = value => typeof value === 'string' && !Number.isNaN(Date.parse(value));

export const headerShape: Shape = objectOf(
	{
		version: number,
		id: value => typeof value === 'string' && isDatedName(value),
		startedAt: moment,
		startedMs: number,
		process: processShape,
		mode: oneOf('side-by-side', 'batch', 'real-time'),
		isLive: flag,
		audio: audioShape,
		engine: engineShape,
		options: optionsShape,
		pace: amount,
	},
	{reference: text},
);

const batchPhase = oneOf('waiting', 'uploading', 'queued', 'running', 'downloading', 'done', 'failed');
const realTimePhase = oneOf('waiting', 'connecting', 'streaming', 'draining', 'done', 'failed');
const modeSummary = (phase: Shape) => objectOf({phase, words: amount}, {problem: text});

export const endedShape: Shape = objectOf({
	at: moment,
	audio: audioShape,
	summary: objectOf(
		{text, sentSeconds: amount},
		{batch: modeSummary(batchPhase), realTime: modeSummary(realTimePhase)},
	),
});

/**
An event with its stamp, whatever it is.
*/
export const stampedShape: Shape = objectOf({
	mode: oneOf('batch', 'real-time'),
	receivedMs: number,
	event: objectOf({type: text}),
});

import type {Annotations, TimedText} from '../../core/recogniser.js';
import {transcriptText} from '../../core/transcript-text.js';
import type {Word} from '../../core/word.js';
import {type LanguagePackInfo, versionWithRecogniser} from '../language-pack.js';
import {hundredths, resultItem} from '../results-json.js';
import type {FinaliserOutput} from './finaliser.js';

/**
A message to a client, as it is written to the wire: `message` first.
*/
export type ServerMessage = {readonly message: string; readonly [field: string]: unknown};

/**
How the transcripts of a session are written.
*/
export type TranscriptStyle = {
	readonly language: string;
	readonly wordDelimiter: string;
	readonly hasSpeakers: boolean;
};

const format = '2.9'; // The version of the transcript's form, in every message that carries results.

/**
What the finaliser decided, as a message. A final's text ends with the delimiter, ready to be joined to the next; a
partial's does not. Speakers stand in it only where they are told apart: `UU` is one who could not be.

@param channel - Its label, in the channel modes.
*/
export const transcriptMessage = (
	output: FinaliserOutput,
	style: TranscriptStyle,
	channel?: string,
): ServerMessage => {
	const common = {
		format,
		...(channel !== undefined && {channel}),
		...(output.type !== 'partial' && output.isForced && {forced: true}),
	};
	if (output.type === 'end-of-utterance') {
		const time = hundredths(output.atSeconds);
		return {message: 'EndOfUtterance', ...common, metadata: {end_time: time, start_time: time}};
	}

	const text = transcriptText(output.words, style.wordDelimiter);
	const isFinal = output.type === 'final';
	return {
		message: isFinal ? 'AddTranscript' : 'AddPartialTranscript',
		...common,
		results: output.words.map(word => result(word, style, channel)),
		metadata: {
			end_time: hundredths(output.endSeconds),
			start_time: hundredths(output.startSeconds),
			transcript: isFinal && text !== '' ? text + style.wordDelimiter : text,
		},
	};
};

/**
The specification names the channel in the message; the readme of the Python client reads it from the results.
*/
const result = ({speaker, ...word}: Word, {language, hasSpeakers}: TranscriptStyle, channel?: string) =>
	resultItem(
		{...word, ...(channel !== undefined && {channel}), ...(hasSpeakers && {speaker: speaker ?? 'UU'})},
		{language},
	);

/**
The start of a session.

@param id - A UUID.
@param recogniserId - `auto` where it is decided while the audio comes.
@param channels - Their labels, in the channel modes. The specification and the guide name the field differently.
*/
export const recognitionStarted = (
	id: string,
	recogniserId: string,
	languagePack: LanguagePackInfo,
	channels?: readonly string[],
): ServerMessage => ({
	message: 'RecognitionStarted',
	orchestrator_version: versionWithRecogniser(recogniserId),
	id,
	language_pack_info: languagePack,
	...(channels && {channel_ids: channels, channels}),
});

/**
The receipt for a frame of audio, counted in each channel by itself where there are channels.
*/
export const audioAdded = (sequenceNumber: number, channel?: string): ServerMessage =>
	channel === undefined
		? {message: 'AudioAdded', seq_no: sequenceNumber}
		: {message: 'ChannelAudioAdded', channel, seq_no: sequenceNumber};

/**
A message for each wanted language that has a translation. They never name a channel.
*/
export const translationMessages = (
	message: 'AddTranslation' | 'AddPartialTranslation',
	{translations = {}}: Annotations,
	languages: readonly string[],
): readonly ServerMessage[] =>
	languages.flatMap(language => {
		const pieces = translations[language] ?? [];
		return pieces.length > 0 ? [{message, format, language, results: pieces.map(translatedPiece)}] : [];
	});

const translatedPiece = ({text, startSeconds, endSeconds, speaker}: TimedText) => ({
	content: text,
	start_time: startSeconds,
	end_time: endSeconds,
	...(speaker !== undefined && {speaker}),
});

/**
The starts and ends of audio events, in pairs.

@param types - The wanted ones, or all where there are none.
*/
export const audioEventMessages = (
	{audioEvents = []}: Annotations,
	types: readonly string[],
): readonly ServerMessage[] =>
	audioEvents
		.filter(({type}) => types.length === 0 || types.includes(type))
		.flatMap(({type, startSeconds, endSeconds, confidence}) => [
			{
				message: 'AudioEventStarted',
				event: {type, start_time: hundredths(startSeconds), confidence},
			},
			{message: 'AudioEventEnded', event: {type, end_time: hundredths(endSeconds)}},
		]);

/**
How a speaker is to be known again in a later session.
*/
export type SpeakerIdentifiers = {readonly label: string; readonly speaker_identifiers: readonly string[]};

/**
The speakers heard so far. Their identifiers are opaque to clients.
*/
export const speakersResult = (speakers: readonly SpeakerIdentifiers[]): ServerMessage => ({
	message: 'SpeakersResult',
	speakers,
});

export const endOfTranscript: ServerMessage = {message: 'EndOfTranscript'};

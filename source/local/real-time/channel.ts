import type {Word} from '../../core/word.js';
import {wordDelimiter} from '../language-pack.js';
import {createAnnotator} from './annotations.js';
import type {SessionConfig} from './config.js';
import {audioAdded, type ServerMessage, transcriptMessage} from './messages.js';
import {type RecognitionStream, type StreamTools, startStream} from './stream.js';

/**
What a channel tells its session.
*/
export type ChannelEvents = {
	readonly send: (message: ServerMessage) => void;
	readonly setFull: (isFull: boolean) => void;
	readonly hearFinal: (words: readonly Word[]) => void;
};

/**
A stream of audio with all its messages.

@param label - The channel's; none where the session's only stream is no channel.
*/
export const startChannel = (
	config: SessionConfig,
	tools: StreamTools,
	{send, setFull, hearFinal}: ChannelEvents,
	signal: AbortSignal,
	label?: string,
): RecognitionStream => {
	const annotator = createAnnotator(tools.recogniser, config);
	const style = {
		language: config.language,
		wordDelimiter: wordDelimiter(config.language),
		hasSpeakers: config.hasSpeakers,
	};
	const stream = startStream(
		config,
		tools,
		{
			acknowledge(sequenceNumber) {
				send(audioAdded(sequenceNumber, label));
			},
			setFull,
			output(output) {
				send(transcriptMessage(output, style, label));
				if (output.type === 'final') {
					hearFinal(output.words);
				}

				annotator.follow(output).forEach(send);
			},
		},
		signal,
	);
	const finish = async (): Promise<void> => {
		await stream.finished;
		annotator.finish().forEach(send);
	};

	return {...stream, finished: finish()};
};

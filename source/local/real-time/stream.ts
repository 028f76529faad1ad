import type {AudioDecoder} from '../../core/audio-decoder.js';
import {ProblemError} from '../../core/problem.js';
import type {Hypothesis, Recogniser} from '../../core/recogniser.js';
import type {Timers} from '../timers.js';
import {filterWords} from '../transcript-filter.js';
import type {SessionConfig} from './config.js';
import {RealTimeError} from './errors.js';
import {createAudioFeed} from './feed.js';
import {type FinaliserInput, type FinaliserOutput, startFinaliser, stepFinaliser} from './finaliser.js';
import {bytesPerSecond, decodeStream, paceSamples} from './samples.js';

/**
What streams of all sessions are recognised with.
*/
export type StreamTools = {
	readonly recogniser: Recogniser;
	readonly decoder: AudioDecoder;

	/**
	Seconds of audio that are worked off in a second.
	*/
	readonly pace: number;
	readonly timers: Timers;
};

/**
What a stream tells its session.
*/
export type StreamEvents = {
	readonly acknowledge: (sequenceNumber: number) => void;
	readonly setFull: (isFull: boolean) => void;
	readonly output: (output: FinaliserOutput) => void;
};

/**
The recognition of one stream of audio: all of a session's, or a channel's.
*/
export type RecognitionStream = {
	readonly push: (frame: Uint8Array) => void;

	/**
	Tells the finaliser something, once the audio that came before has been worked off.
	*/
	readonly tell: (input: FinaliserInput) => void;
	readonly end: () => void;

	/**
	Fulfilled when the recogniser asks for the first audio. Never, when it fails before.
	*/
	readonly ready: Promise<void>;

	/**
	Fulfilled after the last output.

	@throws {RealTimeError} When the audio or the recogniser failed.
	*/
	readonly finished: Promise<void>;
};

/**
Starts a stream, and its recogniser with it.
*/
export const startStream = (
	config: SessionConfig,
	{recogniser, decoder, pace, timers}: StreamTools,
	events: StreamEvents,
	signal: AbortSignal,
): RecognitionStream => {
	const feed = createAudioFeed({
		bytesPerSecond: bytesPerSecond(config.audio),
		acknowledge: events.acknowledge,
		setFull: events.setFull,
	});
	const ready = Promise.withResolvers<void>();
	let state = startFinaliser(config.settings);
	let audioError: RealTimeError | undefined;

	const step = (input: FinaliserInput): void => {
		const next = stepFinaliser(state, input);
		state = next.state;
		next.output.forEach(events.output);
	};

	const filtered = (hypothesis: Hypothesis): Hypothesis => {
		const {language, filter} = config;
		return filter
			? {...hypothesis, words: filterWords(hypothesis.words, language, {language, ...filter})}
			: hypothesis;
	};

	const bytes = async function* (first: Uint8Array): AsyncIterable<Uint8Array> {
		for (let frame: Uint8Array | undefined = first; frame; frame = await feed.take()) {
			yield frame;
		}
	};

	/**
	Begins when it is first asked for samples. No audio at all is no wrong audio.
	*/
	const samples = async function* (): AsyncIterable<Int16Array> {
		ready.resolve();
		const first = await feed.take();
		if (!first) {
			return;
		}

		try {
			yield* decodeStream(decoder, bytes(first), config.audio);
		} catch (error) {
			audioError = toAudioError(error);
			throw audioError;
		}
	};

	const recognise = async (): Promise<void> => {
		const options = {
			mode: 'real-time' as const,
			language: config.language,
			model: config.model,
			diarization: config.hasSpeakers,
			maxDelaySeconds: config.settings.maxDelaySeconds,
			vocabulary: config.vocabulary,
		};
		const audio = paceSamples(samples(), pace, timers, signal);
		for await (const hypothesis of recogniser.recognise(audio, options, signal)) {
			step({type: 'hypothesis', hypothesis: filtered(hypothesis)});
		}
	};

	const discardRest = async (): Promise<void> => {
		while (await feed.take()) {
			// Only the receipts are wanted still.
		}
	};

	const run = async (): Promise<void> => {
		try {
			await recognise();
		} catch (error) {
			// The service says that it can't read a file only once it has all of it.
			if (audioError) {
				await discardRest();
			}

			throw audioError ?? toRecogniserError(error);
		}

		ready.resolve(); // Where it never asked.
		await discardRest();
		step({type: 'end'});
	};

	signal.addEventListener('abort', feed.end, {once: true});
	return {
		push: feed.push,
		tell(input) {
			feed.mark(() => {
				step(input);
			});
		},
		end: feed.end,
		ready: ready.promise,
		finished: run(),
	};
};

const toAudioError = (thrown: unknown): RealTimeError =>
	thrown instanceof ProblemError
		? new RealTimeError('invalid_audio_type', `Invalid audio type: ${thrown.problem.message}`, {
				cause: thrown,
			})
		: new RealTimeError('job_error', 'The audio could not be decoded.', {cause: thrown});

/**
A refusal is for good, and a job error invites clients to try again. What only a developer understands is not sent.
*/
const toRecogniserError = (thrown: unknown): RealTimeError => {
	if (!(thrown instanceof ProblemError)) {
		return new RealTimeError('job_error', 'The recogniser failed.', {cause: thrown});
	}

	const {kind, message, nextStep} = thrown.problem;
	const type = kind === 'rejected' ? 'not_allowed' : 'job_error';
	return new RealTimeError(type, `${message} ${nextStep}`, {cause: thrown});
};

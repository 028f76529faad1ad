import type {AudioDecoder} from '../../core/audio-decoder.js';
import {ProblemError} from '../../core/problem.js';
import type {Hypothesis, Recogniser, RecogniserOptions} from '../../core/recogniser.js';
import type {Word} from '../../core/word.js';
import {filterWords} from '../transcript-filter.js';
import type {StoredAudio} from './audio-store.js';
import type {Transcript} from './job.js';
import type {BatchTranscriptionConfig, JobConfig} from './job-config.js';
import {jobWords} from './job-words.js';
import type {Semaphore} from './semaphore.js';

/**
What recognising a job needs.
*/
export type RecognitionParts = {
	readonly recognisers: readonly Recogniser[];
	readonly decoder: AudioDecoder;

	/**
	The one of each recogniser, with as many places as it has for recordings.
	*/
	readonly semaphores: ReadonlyMap<Recogniser, Semaphore>;
};

/**
Recognises the audio of a job as its configuration asks for, once the recogniser has a place for it.

@throws {ProblemError} When there is no transcript of this audio; of kind `rejected`, when there never will be.
*/
export const recogniseJob = async (
	audio: StoredAudio,
	config: JobConfig,
	parts: RecognitionParts,
	signal: AbortSignal,
): Promise<{readonly recogniser: Recogniser; readonly transcript: Transcript}> => {
	const {language} = config.transcription_config;
	const {recogniser, words, ...found} =
		language === 'auto'
			? await identifyLanguage(audio, config, parts, signal)
			: await recogniseIn(language, audio, config, parts, signal);
	const transcript = {
		...found,
		languageName: recogniser.languages[found.language] ?? found.language,
		words: filterWords(words, found.language, config.transcription_config),
		annotations: recogniser.annotate?.(words) ?? {},
	};
	return {recogniser, transcript};
};

/**
The codes of all languages that can be recognised.
*/
export const knownLanguages = (recognisers: readonly Recogniser[]): readonly string[] => [
	...new Set(recognisers.flatMap(recogniser => Object.keys(recogniser.languages))),
];

type Recognition = Pick<Transcript, 'recogniserId' | 'language' | 'identification' | 'words'> & {
	readonly recogniser: Recogniser;
};

/**
The language is the first in which there are words: a recogniser is not asked which one it hears.
*/
const identifyLanguage = async (
	audio: StoredAudio,
	config: JobConfig,
	parts: RecognitionParts,
	signal: AbortSignal,
): Promise<Recognition> => {
	const {expected_languages = [], default_language} = config.language_identification_config ?? {};
	for (const language of knownLanguages(parts.recognisers)) {
		const recognition = await recogniseIn(language, audio, config, parts, signal);
		if (recognition.words.length > 0) {
			if (expected_languages.length > 0 && !expected_languages.includes(language)) {
				throw unidentified(`The identified language '${language}' is not one of the expected languages`);
			}

			return {...recognition, identification: 'identified'};
		}
	}

	if (default_language === undefined) {
		throw unidentified('No speech found for language identification');
	}

	const recogniser = findRecogniser(default_language, parts.recognisers);
	return {
		recogniser,
		recogniserId: recogniser.id,
		language: default_language,
		words: [],
		identification: 'no-speech',
	};
};

const unidentified = (message: string): ProblemError =>
	new ProblemError({kind: 'rejected', message, nextStep: 'Name the language in transcription_config.'});

const findRecogniser = (language: string, recognisers: readonly Recogniser[]): Recogniser => {
	const recogniser = recognisers.find(({languages}) => Object.hasOwn(languages, language));
	if (!recogniser) {
		throw unidentified(`The language '${language}' is not supported for transcription`);
	}

	return recogniser;
};

const recogniseIn = async (
	language: string,
	audio: StoredAudio,
	{transcription_config}: JobConfig,
	{recognisers, decoder, semaphores}: RecognitionParts,
	signal: AbortSignal,
): Promise<Recognition> => {
	const recogniser = findRecogniser(language, recognisers);
	const options = recogniserOptions(language, transcription_config);
	const leave = await semaphores.get(recogniser)?.enter(signal);
	const hearers = new Set<string>();
	try {
		const words = await jobWords(audio, transcription_config, decoder, async samples =>
			settledWords(recogniser.recognise(samples, options, signal), signal, hearers),
		);
		return {recogniser, recogniserId: [...hearers].join('+') || recogniser.id, language, words};
	} catch (error) {
		signal.throwIfAborted();
		throw error instanceof ProblemError ? error : failure(recogniser, error);
	} finally {
		leave?.();
	}
};

/**
@param hearers - Takes the names of those whose words these are, where the recogniser left them to others.
*/
const settledWords = async (
	hypotheses: AsyncIterable<Hypothesis>,
	signal: AbortSignal,
	hearers: Set<string>,
): Promise<readonly Word[]> => {
	const words: Word[] = [];
	for await (const hypothesis of hypotheses) {
		if (hypothesis.recogniserId !== undefined) {
			hearers.add(hypothesis.recogniserId);
		}

		if (hypothesis.isSettled) {
			words.push(...hypothesis.words);
		}
	}

	signal.throwIfAborted();
	return words;
};

const failure = ({id}: Recogniser, cause: unknown): ProblemError => {
	const reason = cause instanceof Error ? cause.message : String(cause);
	return new ProblemError(
		{
			kind: 'server',
			message: `The recogniser ${id} failed: ${reason}`,
			nextStep: 'Send the job again; if it fails again, take another recogniser.',
		},
		{cause},
	);
};

const recogniserOptions = (language: string, config: BatchTranscriptionConfig): RecogniserOptions => ({
	mode: 'batch',
	language,
	model: config.model ?? config.operating_point ?? 'standard',
	diarization: config.diarization === 'speaker',
	maxDelaySeconds: 4, // Real-time's longest; batch has time.
	vocabulary: (config.additional_vocab ?? []).map(entry =>
		typeof entry === 'string'
			? {content: entry}
			: {content: entry.content, ...(entry.sounds_like && {soundsLike: entry.sounds_like})},
	),
});

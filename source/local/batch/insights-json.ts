import type {Annotations} from '../../core/recogniser.js';
import {hundredths} from '../results-json.js';
import type {JobConfig} from './job-config.js';

type Json = Readonly<Record<string, unknown>>;

/**
What a transcript says beyond its words, as far as it was asked for and is known.
*/
export const insightBlocks = (config: JobConfig, annotations: Annotations): Json => {
	const {translations, summary, sentiments, topics, chapters} = annotations;
	const targets = (config.translation_config?.target_languages ?? []).filter(
		target => translations?.[target] !== undefined,
	);
	return {
		...(targets.length > 0 && {
			translations: Object.fromEntries(
				targets.map(target => [
					target,
					translations?.[target]?.map(({text, ...place}) => ({...placeJson(place), content: text})),
				]),
			),
		}),
		...(config.summarization_config && summary !== undefined && {summary: {content: summary}}),
		...(config.sentiment_analysis_config && sentiments && {sentiment_analysis: sentimentJson(sentiments)}),
		...(config.topic_detection_config &&
			topics && {topics: topicsJson(topics, config.topic_detection_config.topics)}),
		...(config.auto_chapters_config &&
			chapters && {
				chapters: chapters.map(({title, text, ...place}) => ({...placeJson(place), summary: text, title})),
			}),
		...(config.audio_events_config &&
			audioEventsJson(annotations.audioEvents ?? [], config.audio_events_config.types)),
	};
};

/**
What was asked for and is not known; the job is done all the same.

@param language - The one that was recognised.
*/
export const insightErrors = (config: JobConfig, annotations: Annotations, language: string): Json => {
	const missingTargets = (config.translation_config?.target_languages ?? []).filter(
		target => annotations.translations?.[target] === undefined,
	);
	const failed = (name: string, type: string, asked: unknown, known: unknown): Json =>
		asked !== undefined && known === undefined
			? {[name]: [{message: 'The recogniser knows nothing of the kind about this audio.', type}]}
			: {};
	return {
		...(missingTargets.length > 0 && {
			translation_errors: missingTargets.map(target => ({
				message: `Translation from ${language} to ${target} currently not supported`,
				type: 'unsupported_translation_pair',
			})),
		}),
		...failed(
			'summarization_errors',
			'summarization_failed',
			config.summarization_config,
			annotations.summary,
		),
		...failed(
			'sentiment_analysis_errors',
			'sentiment_analysis_failed',
			config.sentiment_analysis_config,
			annotations.sentiments,
		),
		...failed(
			'topic_detection_errors',
			'topic_detection_failed',
			config.topic_detection_config,
			annotations.topics,
		),
		...failed(
			'auto_chapters_errors',
			'auto_chapters_failed',
			config.auto_chapters_config,
			annotations.chapters,
		),
	};
};

type Place = {readonly startSeconds: number; readonly endSeconds: number; readonly speaker?: string};

const placeJson = ({startSeconds, endSeconds, speaker}: Place): Json => ({
	end_time: hundredths(endSeconds),
	...(speaker !== undefined && {speaker}),
	start_time: hundredths(startSeconds),
});

/**
The block is named twice, one inside the other, as the service sends it.
*/
const sentimentJson = (sentiments: NonNullable<Annotations['sentiments']>): Json => {
	const speakers = new Set(sentiments.flatMap(({speaker}) => (speaker === undefined ? [] : [speaker])));
	const countOf = (some: typeof sentiments): Json => {
		const count = (kind: string) => some.filter(({sentiment}) => sentiment === kind).length;
		return {
			negative_count: count('negative'),
			neutral_count: count('neutral'),
			positive_count: count('positive'),
		};
	};

	return {
		sentiment_analysis: {
			segments: sentiments.map(({text, sentiment, ...place}) => ({
				...placeJson(place),
				confidence: 1,
				sentiment,
				text,
			})),
			summary: {
				channels: [],
				overall: countOf(sentiments),
				speakers: [...speakers].map(speaker => ({
					...countOf(sentiments.filter(segment => segment.speaker === speaker)),
					speaker,
				})),
			},
		},
	};
};

/**
@param asked - The topics wanted, or all where there are none.
*/
const topicsJson = (segments: NonNullable<Annotations['topics']>, asked: readonly string[] = []): Json => {
	const overall: Record<string, number> = {};
	const wanted = segments.map(segment => ({
		...segment,
		topics: segment.topics.filter(topic => asked.length === 0 || asked.includes(topic)),
	}));
	for (const topic of wanted.flatMap(({topics}) => topics)) {
		overall[topic] = (overall[topic] ?? 0) + 1;
	}

	return {
		segments: wanted
			.filter(({topics}) => topics.length > 0)
			.map(({text, topics, ...place}) => ({
				...placeJson(place),
				text,
				topics: topics.map(topic => ({topic})),
			})),
		summary: {overall},
	};
};

/**
@param types - The types wanted, or all where there are none.
*/
const audioEventsJson = (
	events: NonNullable<Annotations['audioEvents']>,
	types: readonly string[] = [],
): Json => {
	const overall: Record<string, {count: number; total_duration: number}> = {};
	const wanted = events.filter(({type}) => types.length === 0 || types.includes(type));
	for (const {type, startSeconds, endSeconds} of wanted) {
		const {count, total_duration} = overall[type] ?? {count: 0, total_duration: 0};
		overall[type] = {
			count: count + 1,
			total_duration: hundredths(total_duration + endSeconds - startSeconds),
		};
	}

	return {
		audio_event_summary: {overall},
		audio_events: wanted.map(({type, confidence, ...place}) => ({...placeJson(place), confidence, type})),
	};
};

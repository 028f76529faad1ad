import {languagePackInfo, versionWithRecogniser} from '../language-pack.js';
import {resultItem} from '../results-json.js';
import {insightBlocks, insightErrors} from './insights-json.js';
import type {Job, LanguageIdentification, Transcript} from './job.js';

/**
A transcript in the format `json-v2`.

@param finishedMs - When processing ended, in milliseconds since 1970.
*/
export const transcriptJson = (
	job: Job,
	transcript: Transcript,
	finishedMs: number,
): Readonly<Record<string, unknown>> => {
	const {config} = job;
	const {notification_config: _notification, fetch_data: _fetchData, tracking, ...configs} = config;
	const {language, languageName, words, annotations, identification} = transcript;
	return {
		format: '2.9',
		job: {
			created_at: new Date(job.createdMs).toISOString(),
			data_name: job.dataName,
			duration: Math.round(job.durationSeconds),
			id: job.id,
			...(tracking && {tracking}),
		},
		metadata: {
			...configs,
			...insightErrors(config, annotations, language),
			created_at: microseconds(finishedMs),
			...(identification && {
				language_identification: identificationJson(identification, language, job.durationSeconds),
			}),
			language_pack_info: languagePackInfo(language, languageName),
			orchestrator_version: versionWithRecogniser(transcript.recogniserId),
		},
		results: words.map(word => resultItem(word, {language, unknownSpeaker: 'UU'})),
		...(config.transcription_config.speaker_diarization_config?.get_speakers === true && {
			speakers: speakerLabels(transcript).map(label => ({label, speaker_identifiers: []})),
		}),
		...insightBlocks(config, annotations),
	};
};

/**
An instant with six decimals, as the service writes the end of processing. Its clock here counts milliseconds.
*/
const microseconds = (instantMs: number): string => new Date(instantMs).toISOString().replace('Z', '000Z');

const identificationJson = (
	identification: LanguageIdentification,
	language: string,
	durationSeconds: number,
) =>
	identification === 'no-speech'
		? {error: 'NO_SPEECH', message: 'No speech found for language identification'}
		: {
				results: [
					{
						alternatives: [{confidence: 1, language}],
						end_time: durationSeconds,
						start_time: 0,
					},
				],
			};

const speakerLabels = ({words}: Transcript): readonly string[] => [
	...new Set(words.flatMap(({speaker}) => (speaker === undefined ? [] : [speaker]))),
];

import {sortedJson} from '../http/http-reply.js';
import type {TranscriptFormat} from '../http/query.js';
import type {Job} from './job.js';
import {transcriptJson} from './transcript-json.js';
import {transcriptSrt} from './transcript-srt.js';
import {transcriptTxt} from './transcript-txt.js';

/**
The transcript of a job: an object for `json-v2`, else a text. `undefined` unless the job is done.
*/
export const transcriptIn = (
	format: TranscriptFormat,
	job: Job,
): string | Readonly<Record<string, unknown>> | undefined => {
	if (job.state.status !== 'done') {
		return undefined;
	}

	const {transcript, finishedMs} = job.state;
	switch (format) {
		case 'json-v2': {
			return transcriptJson(job, transcript, finishedMs);
		}

		case 'txt': {
			return transcriptTxt(transcript, job.config);
		}

		case 'srt': {
			return transcriptSrt(transcript, job.config);
		}
	}
};

/**
The transcript of a job as the bytes of a file, with their type.
*/
export const transcriptFile = (
	format: TranscriptFormat,
	job: Job,
): {readonly text: string; readonly contentType: string} | undefined => {
	const transcript = transcriptIn(format, job);
	if (transcript === undefined) {
		return undefined;
	}

	return typeof transcript === 'string'
		? {text: transcript, contentType: 'text/plain'}
		: {text: sortedJson(transcript), contentType: 'application/json'};
};

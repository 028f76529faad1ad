import {badQuery} from '../http/http-error.js';
import type {Job} from './job.js';

/**
What was used between two days, both included and in UTC. Today is not counted yet.

@param jobs - All of them, deleted ones too.
@throws {HttpError} 422 for what is not a day.
@see The usage endpoint of the batch API reference.
*/
export const usageReport = (
	jobs: readonly Job[],
	query: URLSearchParams,
	nowMs: number,
): Readonly<Record<string, unknown>> => {
	const done = jobs.filter(
		({state}) => state.status === 'done' || (state.status === 'deleted' && state.wasDone),
	);
	const until = min(readDay(query, 'until') ?? dayOf(nowMs - dayMs), dayOf(nowMs - dayMs));
	const since = readDay(query, 'since') ?? done.map(({createdMs}) => dayOf(createdMs)).toSorted()[0] ?? until;
	const counted = done.filter(({createdMs}) => since <= dayOf(createdMs) && dayOf(createdMs) <= until);
	const kinds = Map.groupBy(counted, ({config: {transcription_config}}) => {
		const {language, model, operating_point} = transcription_config;
		return JSON.stringify({language, model: model ?? operating_point ?? 'standard'});
	});
	return {
		since: `${since}T00:00:00Z`,
		until: `${until}T23:59:59Z`,
		summary: counted.length > 0 ? [total(counted)] : [],
		details: [...kinds].map(([kind, some]) => ({...total(some), ...(JSON.parse(kind) as object)})),
	};
};

const dayMs = 24 * 3600 * 1000;

const total = (jobs: readonly Job[]) => ({
	mode: 'batch',
	type: 'transcription',
	count: jobs.length,
	duration_hrs: jobs.reduce((seconds, {durationSeconds}) => seconds + durationSeconds, 0) / 3600,
});

const dayOf = (instantMs: number): string => new Date(instantMs).toISOString().slice(0, 10);

const min = (left: string, right: string): string => (left < right ? left : right);

const readDay = (query: URLSearchParams, name: string): string | undefined => {
	const text = query.get(name);
	if (text === null) {
		return undefined;
	}

	if (!/^\d{4}-\d{2}-\d{2}$/v.test(text) || Number.isNaN(Date.parse(text))) {
		throw badQuery(name, text, 'a day of the form YYYY-MM-DD');
	}

	return text;
};

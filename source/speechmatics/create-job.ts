import {setTimeout as sleep} from 'node:timers/promises';
import type {BatchEvent} from '../core/transcript-event.js';
import type {BatchSession} from './batch-session.js';
import type {Multipart} from './multipart.js';

/**
Sends a job, once: tells how much is uploaded, at least 4 times a second, and returns the job's id.

@param totalBytes - Of the recording; none where the service fetches it.
@throws What the request threw.
*/
export const createJob = async function* (
	multipart: Multipart,
	totalBytes: number | undefined,
	{client, timings}: BatchSession,
): AsyncGenerator<BatchEvent, string> {
	const stopped = new AbortController();
	let isAnswered = false;
	const answer = client.create(multipart, stopped.signal);
	const answered = answer.then(
		() => {
			isAnswered = true;
		},
		() => {
			isAnswered = true;
		},
	);

	const mostSilentLooks = timings.stalledMs / timings.progressMs;
	let shownBytes = -1;
	let silentLooks = 0;
	try {
		while (!isAnswered) {
			const sentBytes = multipart.takenBytes();
			silentLooks = sentBytes === shownBytes ? silentLooks + 1 : 0;
			if (silentLooks > mostSilentLooks) {
				stopped.abort(new DOMException('The upload does not move.', 'TimeoutError'));
			}

			shownBytes = sentBytes;
			if (totalBytes !== undefined) {
				yield {type: 'uploading', sentBytes, totalBytes};
			}

			await Promise.race([answered, sleep(timings.progressMs, undefined, {ref: false})]);
		}

		// Also where it failed: an upload that was complete may have made a job.
		const sentBytes = multipart.takenBytes();
		if (totalBytes !== undefined && sentBytes > shownBytes) {
			yield {type: 'uploading', sentBytes, totalBytes};
		}

		return await answer;
	} finally {
		stopped.abort(); // Whoever leaves early, or tries again, leaves no upload behind.
	}
};

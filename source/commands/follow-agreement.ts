import {type LiveAgreement, updateAgreement} from '../core/agreement-live.js';
import type {RunState} from '../core/run-state.js';

/**
Follows how far the two transcripts agree while they grow.

@returns A function to ask with the state of the run: from 0 to 1, once batch has its text and real-time a final.
*/
export const followAgreement = (language: string): ((run: RunState) => number | undefined) => {
	let latest: LiveAgreement | undefined;
	let finalCount = -1;
	return ({batch, realTime}) => {
		if (batch.transcriptMs === undefined || realTime.finals.length === 0) {
			return undefined;
		}

		if (realTime.finals.length !== finalCount) {
			finalCount = realTime.finals.length;
			latest = updateAgreement(latest, batch.words, realTime.finals, realTime.finalisedSeconds, language);
		}

		return latest?.agreement;
	};
};

import {describe, expect, it} from 'vitest';
import {comparisonReport} from '../../source/core/comparison-report.js';
import {finishedComparison} from '../helpers/comparison.js';
import {resumedSession} from '../helpers/lost-session.js';

const context = {
	audio: {name: 'a.wav', seconds: 36, bytes: 1_152_044, sha256: '0'},
	engine: {kind: 'cloud', batchUrl: 'https://host/v2', realtimeUrl: 'wss://host/v2'},
	settings: {},
	normalisation: 'none',
};

describe('the report of a run whose connection was lost', () => {
	const {run} = finishedComparison;
	const report = comparisonReport({...finishedComparison, run: {...run, realTime: resumedSession}}, context);

	it('says where, why and for how long, and what it has cost', () => {
		expect(report['realtime']).toMatchObject({
			reconnects: 1,
			seams: [
				{
					atSeconds: 34,
					sentAgainSeconds: 2,
					gapMs: 3100,
					reason: 'The connection to eu.rt.speechmatics.com was lost.',
				},
			],
			audioSentAgainSeconds: 2,
			audioDroppedSeconds: 12,
			cost: {usd: (38 / 3600) * 0.43},
		});
	});
});

describe('the report of any other run', () => {
	it('says that nothing was lost', () => {
		expect(comparisonReport(finishedComparison, context)['realtime']).toMatchObject({
			reconnects: 0,
			seams: [],
			audioSentAgainSeconds: 0,
			audioDroppedSeconds: 0,
		});
	});
});

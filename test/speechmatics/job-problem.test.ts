import {describe, expect, it} from 'vitest';
import {jobProblem} from '../../source/speechmatics/job-problem.js';

describe('jobProblem', () => {
	it('says a reason once, however often the service tried', () => {
		const reason = 'unable to fetch audio: http status code 404';
		expect(jobProblem('k3v9', 'rejected', [reason, reason, reason])).toEqual({
			kind: 'rejected',
			message: `The service rejected the job k3v9: ${reason}`,
			nextStep: expect.stringContaining('URL'),
		});
	});

	it.each([
		["identified language 'xx' is not one of the expected languages", '--language'],
		['No speech found', '--language'],
		['Job rejected due to invalid audio', 'wav, mp3'],
		['The replay recogniser does not know this audio. Use a Speechmatics key.', 'Do what the reason says.'],
		['something new', 'portal'],
	])('mends “%s” with advice about %s', (reason, advice) => {
		expect(jobProblem('k3v9', 'rejected', [reason]).nextStep).toContain(advice);
	});

	it('does without a reason', () => {
		expect(jobProblem('k3v9', 'rejected', []).message).toContain('no reason');
	});

	it.each(['deleted', 'expired'] as const)('tells that a job was %s', status => {
		expect(jobProblem('k3v9', status, []).message).toContain('k3v9');
	});
});

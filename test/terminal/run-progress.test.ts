import {describe, expect, it} from 'vitest';
import {noteOf, realTimeStatus, warningOf} from '../../source/terminal/run-progress.js';
import {lostSession, resumedSession} from '../helpers/lost-session.js';

describe('the status of a real-time run', () => {
	it('says that another session is sought, and how much audio is kept for it', () => {
		expect(realTimeStatus(lostSession, 41)).toBe('connecting again (2), 3.1 s of audio kept');
	});

	it('says what audio was lost, for as long as anything is said', () => {
		const lost = '12.0 s of audio lost, as it was more than is kept';
		expect(realTimeStatus(resumedSession, 41)).toBe(`streaming 0:36 of 0:41 · 36.0 s behind · ${lost}`);
		expect(realTimeStatus({...resumedSession, phase: 'done'}, 41)).toBe(`done · 0:36 of 0:41 · ${lost}`);
	});
});

describe('the log of a real-time run', () => {
	const mode = 'real-time' as const;
	const receivedMs = 0;

	it('says each loss, and when it is made good', () => {
		const problem = {kind: 'network', message: 'The connection was lost.', nextStep: 'Wait.'} as const;
		expect(warningOf({mode, receivedMs, event: {type: 'retrying', attempt: 2, waitMs: 120, problem}})).toBe(
			'real-time: The connection was lost. Trying again in 0.1 s (attempt 2).',
		);
		expect(
			noteOf({mode, receivedMs, event: {type: 'session-resumed', atSeconds: 34, sentAgainSeconds: 2}}),
		).toBe('real-time: connected again at 0:34 · 2.0 s of audio sent again');
	});
});

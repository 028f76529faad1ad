import {describe, expect, it} from 'vitest';
import {noLoudness} from '../../../source/core/live-input.js';
import type {RealTimeState} from '../../../source/core/real-time-state.js';
import {initialRunState} from '../../../source/core/run-state.js';
import type {CurrentRun} from '../../../source/ui/current-run.js';
import {realTimeHead, realTimeStatus} from '../../../source/ui/panes/real-time-head.js';
import {lostSession, resumedSession} from '../../helpers/lost-session.js';
import {plainTheme} from '../../helpers/screen-frame.js';

const rows = (realTime: RealTimeState): readonly string[] => {
	const current: CurrentRun = {
		request: {mode: 'real-time', file: 'a.wav'} as unknown as CurrentRun['request'],
		phase: 'running',
		run: {...initialRunState, realTime},
		nowMs: 40_000,
		accuracy: {},
		loudness: noLoudness,
		isPaused: false,
		isResumed: false,
	};
	return realTimeHead(current, 80, plainTheme).map(line => line.map(({text}) => text).join(''));
};

describe('the real-time pane', () => {
	it('says in its border that another session is sought', () => {
		const {text, style} = realTimeStatus(lostSession, plainTheme);
		expect(text).toContain('connecting again (2), 3.1 s of audio kept');
		expect(style).toBe('warning');
	});

	it('says why, as long as there is none', () => {
		expect(rows(lostSession)).toContain('The connection to eu.rt.speechmatics.com was lost.');
		expect(rows(resumedSession)).not.toContain('The connection to eu.rt.speechmatics.com was lost.');
	});

	it('says what the losses have cost', () => {
		const lines = rows(resumedSession).join('\n');
		expect(lines).toContain('1 reconnection, 2.0 s of audio sent again');
		expect(lines).toContain('12.0 s of audio lost, as it was more than is kept');
	});
});

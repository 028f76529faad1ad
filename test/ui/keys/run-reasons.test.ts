import {describe, expect, it} from 'vitest';
import type {RunMode} from '../../../source/core/mode.js';
import type {RunRequest} from '../../../source/ui/actions.js';
import {driveApp} from '../../helpers/app-driver.js';

const file = {type: 'file', path: 'a.wav'} as const;

/**
A run that was asked for and whose audio is not open yet.
*/
const preparing = (mode: RunMode, audio: RunRequest['audio'] = file) => {
	const app = driveApp();
	app.dispatch({type: 'run-requested', request: {mode, audio}});
	return app;
};

const reasons = (app: ReturnType<typeof driveApp>, ...keys: readonly string[]) =>
	keys.map(key => {
		app.press(key);
		return app.hints();
	});

describe('why a key does nothing', () => {
	it('names no batch job, stream or input that is not there yet', () => {
		expect(reasons(preparing('batch', {type: 'microphone'}), 's', 'space', 'i')).toEqual([
			' The audio is still being opened: q leaves.',
			' There is no audio to hold yet.',
			' The microphone is still being opened.',
		]);
		expect(reasons(preparing('batch'), 's', 'o', 'i')).toEqual([
			' The audio is still being opened: q leaves.',
			' Only a run on a microphone has one to open again.',
			' Only a run on a microphone has an input to change.',
		]);
	});

	it('names no batch job where there is only a stream', () => {
		const app = driveApp();
		app.run('real-time');
		app.dispatch({
			type: 'run-event',
			event: {mode: 'real-time', receivedMs: 1, event: {type: 'finished'}},
		});
		expect(reasons(app, 's')).toEqual([' The stream has ended.']);
	});

	it('names a key against it only where that key works', () => {
		const app = driveApp();
		app.run('batch');
		expect(reasons(app, 'r')).toEqual([' The run goes on: wait until it is done.']);
		const other = driveApp();
		other.run();
		expect(reasons(other, 'r')).toEqual([' The run goes on: s stops it first.']);
	});

	it('promises no differences that never come', () => {
		const app = driveApp();
		app.run();
		app.dispatch({type: 'run-ended', accuracy: {}});
		expect(reasons(app, 'd')).toEqual([' One of the two has no text to compare.']);
	});
});

import {describe, expect, it} from 'vitest';
import {noticeMs} from '../../source/ui/notice.js';
import {driveApp} from '../helpers/app-driver.js';

const lost = {
	phase: 'lost',
	problem: {kind: 'device', message: 'Desk is gone.', nextStep: 'Plug it in.'},
} as const;

describe('a notice', () => {
	it('goes with the next key', () => {
		const app = driveApp();
		app.run();
		app.press('d');
		expect(app.hints()).toBe(' Differences are known when both modes are done.');
		app.press('x');
		expect(app.hints()).toContain('s stop');
	});

	it('fades, and a later one does not fade with it', () => {
		const app = driveApp();
		app.dispatch({type: 'noticed', text: 'First.'});
		const first = app.state().notice;
		app.dispatch({type: 'noticed', text: 'Second.'});
		if (first) {
			app.dispatch({type: 'notice-faded', notice: first});
		}

		expect(app.hints()).toBe(' Second.');
		const second = app.state().notice;
		if (second) {
			app.dispatch({type: 'notice-faded', notice: second});
		}

		expect(app.hints()).toContain('q quit');
	});

	it('that says why a key does nothing goes when that is no longer so', () => {
		const app = driveApp();
		app.speak();
		app.press('o');
		expect(app.hints()).toBe(' The microphone is not lost.');
		app.speakOn({heardSeconds: 4});
		expect(app.hints()).toBe(' The microphone is not lost.');
		app.speakOn(lost);
		expect(app.hints()).toContain('o open again');
		app.press('r');
		expect(app.hints()).toBe(' The run goes on: s stops it first.');
		app.dispatch({type: 'run-ended', accuracy: {}});
		expect(app.hints()).toContain('r listen anew');
	});

	it('of the world stays when the run changes', () => {
		const app = driveApp();
		app.speak();
		app.dispatch({type: 'noticed', text: 'The disk is full.'});
		app.dispatch({type: 'run-ended', accuracy: {}});
		expect(app.hints()).toBe(' The disk is full.');
	});

	it('stands some seconds: longer where it is long, and where nobody asked for it', () => {
		const short = {text: 'The microphone is not lost.', isReason: true};
		expect(noticeMs(short)).toBeGreaterThan(4000);
		expect(noticeMs(short)).toBeLessThan(8000);
		expect(noticeMs({...short, text: short.text.repeat(5)})).toBeGreaterThan(2 * noticeMs(short));
		expect(noticeMs({text: short.text})).toBeGreaterThan(2 * noticeMs(short));
	});
});

import {describe, expect, it} from 'vitest';
import {headerLine} from '../../source/ui/header.js';
import {driveApp} from '../helpers/app-driver.js';

const headerOf = (app: ReturnType<typeof driveApp>): string =>
	headerLine(app.state())
		.map(({text}) => text)
		.join('');

describe('the header', () => {
	it('says on every other screen that a microphone is on, and how it is', () => {
		for (const [phase, mark] of [
			['on', '● recording'],
			['listening', '○ listening'],
			['paused', '○ paused'],
			['lost', '✗ microphone lost'],
		] as const) {
			const app = driveApp();
			app.speak({phase});
			expect(headerOf(app)).not.toContain(mark);
			app.press('m');
			expect(headerOf(app)).toContain(mark);
			app.press('?');
			expect(headerOf(app)).toContain(mark);
		}
	});

	it('says it no longer once the speech has ended, and never of a file', () => {
		const app = driveApp();
		app.speak({phase: 'ended'});
		app.press('m');
		expect(headerOf(app)).not.toContain('recording');
		const other = driveApp();
		other.run();
		other.press('m');
		expect(headerOf(other)).not.toContain('recording');
	});

	it.each([40, 50, 80, 120])('keeps the mark and fits at %i columns', columns => {
		const app = driveApp({columns, rows: 24});
		app.speak();
		app.press('m');
		expect(headerOf(app)).toContain('● recording');
		expect(headerOf(app).length).toBeLessThanOrEqual(columns);
	});
});

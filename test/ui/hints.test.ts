import {describe, expect, it} from 'vitest';
import {driveApp} from '../helpers/app-driver.js';

const hintsAt = (columns: number, rows: number, speaks: Parameters<ReturnType<typeof driveApp>['speak']>) => {
	const app = driveApp({columns, rows});
	app.speak(...speaks);
	return app.hints();
};

describe('the hints', () => {
	it.each([
		[45, 12],
		[50, 15],
		[60, 16],
	])('name at %i×%i what ends the speech and what leads to the other panes', (columns, rows) => {
		const hints = hintsAt(columns, rows, []);
		for (const hint of ['s stop', 'tab pane', '? help', 'q quit']) {
			expect(hints).toContain(hint);
		}

		expect(hints.length).toBeLessThanOrEqual(columns);
	});

	it('name before all what brings a lost microphone back', () => {
		expect(hintsAt(40, 10, [{phase: 'lost'}])).toContain('o open again');
	});

	it('keep their order, whichever there is room for', () => {
		const wide = hintsAt(160, 45, []);
		const places = hintsAt(60, 16, [])
			.trim()
			.split(/ {2}/v)
			.map(hint => wide.indexOf(hint));
		expect(places).toEqual(places.toSorted((a, b) => a - b));
		expect(places).not.toContain(-1);
	});

	it('fit in any terminal', () => {
		for (let columns = 40; columns < 160; columns++) {
			expect(hintsAt(columns, 24, [{phase: 'lost'}]).length).toBeLessThan(columns);
		}
	});
});

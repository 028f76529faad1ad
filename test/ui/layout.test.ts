import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {isTooSmall, layoutPanes, type PaneName, screenSize} from '../../source/ui/layout.js';

const all: readonly PaneName[] = ['batch', 'real-time', 'comparison'];

const outline = (columns: number, rows: number, focus: PaneName = 'real-time', isZoomed = false) => {
	const {kind, panes} = layoutPanes({columns, rows}, all, focus, isZoomed);
	return [kind, ...panes.map(pane => `${pane.name} ${pane.columns}×${pane.rows}`)];
};

describe('layoutPanes', () => {
	it('puts the modes beside each other from 100 columns on, the table under them', () => {
		expect(outline(160, 45)).toEqual(['wide', 'batch 80×25', 'real-time 80×25', 'comparison 160×17']);
		expect(outline(101, 30)).toEqual(['wide', 'batch 50×16', 'real-time 51×16', 'comparison 101×11']);
	});

	it('stacks them below that, with more room for the pane in focus', () => {
		expect(outline(80, 24)).toEqual(['stacked', 'batch 80×5', 'real-time 80×11', 'comparison 80×5']);
		expect(outline(80, 24, 'comparison')).toEqual([
			'stacked',
			'batch 80×5',
			'real-time 80×5',
			'comparison 80×11',
		]);
	});

	it.each([
		[59, 40],
		[60, 15],
		[160, 12],
	])('shows one pane at a time at %i×%i', (columns, rows) => {
		expect(outline(columns, rows)).toEqual(['single', `real-time ${columns}×${rows - 3}`]);
	});

	it('gives a pane that is zoomed all the room', () => {
		expect(outline(160, 45, 'batch', true)).toEqual(['single', 'batch 160×42']);
	});

	it('leaves nothing free and nothing over, at any size that is not too small, and above a long notice', () => {
		fc.assert(
			fc.property(
				fc.integer({min: 40, max: 300}),
				fc.integer({min: 10, max: 100}),
				fc.constantFrom(...all),
				fc.integer({min: 1, max: 3}),
				(columns, rows, focus, hintRows) => {
					const {kind, panes} = layoutPanes({columns, rows}, all, focus, false, hintRows);
					const {rows: room} = screenSize({columns, rows}, hintRows);
					const column = kind === 'wide' ? panes.slice(1) : panes;
					expect(column.reduce((sum, pane) => sum + pane.rows, 0)).toBe(room);
					for (const pane of panes) {
						expect(pane.rows).toBeGreaterThanOrEqual(hintRows === 1 ? 4 : 3);
						expect(pane.columns).toBeGreaterThanOrEqual(40);
					}
				},
			),
		);
	});
});

it('needs 40 columns and 10 rows', () => {
	expect(isTooSmall({columns: 40, rows: 10})).toBe(false);
	expect(isTooSmall({columns: 39, rows: 10})).toBe(true);
	expect(isTooSmall({columns: 40, rows: 9})).toBe(true);
});

import {describe, expect, it} from 'vitest';
import type {Point} from '../../../source/local/faults/drawn-fault.js';
import {createFaultPlan, type InjectedFault} from '../../../source/local/faults/fault-plan.js';
import {parseFaults} from '../../../source/local/faults/parse-faults.js';

const planOf = (text: string, seed = 1, onFault?: (injected: InjectedFault) => void) =>
	createFaultPlan({faults: parseFaults(text), seed, ...(onFault && {onFault})});

/**
For each of that many sessions the names of the faults drawn for it, and their points.
*/
const drawSessions = (
	text: string,
	seed: number,
	count = 200,
): ReadonlyArray<ReadonlyArray<[string, Point?]>> => {
	const plan = planOf(text, seed);
	return Array.from({length: count}, () =>
		plan.drawForSession('s').map(({fault, point}): [string, Point?] => [fault.name, point]),
	);
};

describe('the same seed', () => {
	it('draws the same again', () => {
		const order = 'drop@2s..20s~50%,freeze~10%,lag~30%';
		expect(drawSessions(order, 7)).toEqual(drawSessions(order, 7));
		expect(drawSessions(order, 7)).not.toEqual(drawSessions(order, 8));
	});

	it('draws the same for a session however many messages the one before it had', () => {
		const draw = (messageCount: number) => {
			const plan = planOf('lag=0ms..1s~50%,drop@2s..20s', 7);
			return Array.from({length: 50}, () =>
				plan.drawForSession('s').map(({fault, point, number}) => {
					const numbers = Array.from({length: messageCount}, () => number());
					return [fault.name, point, numbers[0]];
				}),
			);
		};

		expect(draw(30)).toEqual(draw(1));
	});

	it('draws the same for sessions whatever happens to requests between them', () => {
		const plan = planOf('503~50%,drop~50%', 7);
		const drawn = Array.from({length: 100}, () => {
			plan.drawForRequest('job', 'GET /v2/jobs/x').at(0)?.number();
			return plan.drawForSession('s').length;
		});
		const undisturbed = planOf('503~50%,drop~50%', 7);
		expect(drawn).toEqual(Array.from({length: 100}, () => undisturbed.drawForSession('s').length));
	});
});

describe('a chance', () => {
	it('is as likely as it says', () => {
		const struck = drawSessions('drop~25%', 3, 10_000).filter(({length}) => length > 0).length;
		expect(struck).toBeGreaterThan(2300);
		expect(struck).toBeLessThan(2700);
	});

	it('is always where it is left out', () => {
		expect(drawSessions('drop', 3).every(({length}) => length === 1)).toBe(true);
	});
});

describe('a range', () => {
	it('of places is used from end to end', () => {
		const points = drawSessions('drop@1..5messages', 3)
			.flat()
			.map(([, point]) => point);
		const amounts = points.map(point => (point?.type === 'messages' ? point.amount : 0));
		expect(new Set(amounts)).toEqual(new Set([1, 2, 3, 4, 5]));
	});

	it('of values is drawn from at each call', () => {
		const [lag] = planOf('lag=1ms..3ms').drawForSession('s');
		const values = Array.from({length: 100}, () => lag?.number());
		expect(new Set(values)).toEqual(new Set([1, 2, 3]));
	});
});

describe('a number of times', () => {
	it('counts what happens, not what was drawn', () => {
		const plan = planOf('503×2');
		const drawn = Array.from({length: 4}, () => plan.drawForRequest('job', 'GET /v2/jobs/x')[0]);
		expect(drawn.slice(1).map(fault => fault?.happen())).toEqual([true, true, false]);
		expect(plan.log()).toHaveLength(2);
		expect(plan.drawForRequest('job', 'GET /v2/jobs/x')).toEqual([]);
	});
});

describe('a fault', () => {
	it('happens at its requests and at no others', () => {
		const plan = planOf('503,500@token,rejected');
		const namesAt = (...[occasion]: Parameters<typeof plan.drawForRequest>) =>
			plan.drawForRequest(occasion, 'x').map(({fault}) => fault.name);
		expect(namesAt('job', 'x')).toEqual(['503']);
		expect(namesAt('create', 'x')).toEqual(['503', 'rejected']);
		expect(namesAt('token', 'x')).toEqual(['500']);
		expect(namesAt('handshake', 'x')).toEqual([]);
		expect(plan.drawForSession('s')).toEqual([]);
	});
});

describe('the log', () => {
	it('says what happened where, and tells it at once', () => {
		const told: InjectedFault[] = [];
		const plan = planOf('503~100%,drop@2s', 1, injected => told.push(injected));
		plan.drawForRequest('job', 'GET /v2/jobs/x')[0]?.happen();
		plan.drawForSession('a-session')[0]?.happen();
		expect(plan.log()).toEqual([
			{number: 1, name: '503', spec: '503', occasion: 'job', subject: 'GET /v2/jobs/x'},
			{number: 2, name: 'drop', spec: 'drop@2s', occasion: 'session', subject: 'a-session'},
		]);
		expect(told).toEqual(plan.log());
	});

	it('does not grow without end', () => {
		const plan = planOf('503');
		for (let count = 0; count < 10_005; count += 1) {
			plan.drawForRequest('job', 'x')[0]?.happen();
		}

		expect(plan.log()).toHaveLength(10_000);
		expect(plan.log().at(-1)?.number).toBe(10_005);
	});
});

it('refuses a fault that does not exist', () => {
	expect(() => createFaultPlan({faults: [{name: 'x', chancePercent: 100, mostTimes: 1}]})).toThrow(
		RangeError,
	);
});

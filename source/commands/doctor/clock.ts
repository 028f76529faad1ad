import type {Check} from './check.js';

/**
A time of day that is wrong by more makes a fresh token look expired.
*/
const tolerableMs = 30_000;

const seeEngine = 'See what is said of the engine.';

/**
This machine's time of day against that of the services.
*/
export const clock: Check = {
	id: 'clock',
	title: 'Clock',
	limitMs: 15_000,
	async run({askServices}) {
		const now = `${new Date().toISOString().slice(0, 19).replace('T', ' ')} UTC`;
		const uncompared = (why: string): string => `${now}; not compared with another one, as ${why}.`;
		const services = await askServices().catch(() => 'unasked' as const);
		if (!services) {
			return {status: 'good', says: [uncompared('no remote service is used')]};
		}

		if (services === 'unasked') {
			return {status: 'warning', says: [uncompared('no service could be asked')], nextStep: seeEngine};
		}

		const dated = services.reaches.find(({aheadMs}) => aheadMs !== undefined);
		if (dated?.aheadMs === undefined) {
			return {status: 'warning', says: [uncompared('no service told its time')], nextStep: seeEngine};
		}

		const {host, aheadMs} = dated;
		const seconds = Math.round(Math.abs(aheadMs) / 1000);
		if (Math.abs(aheadMs) <= tolerableMs) {
			return {status: 'good', says: [`${now}, within ${Math.max(1, seconds)} s of ${host}.`]};
		}

		return {
			status: 'warning',
			says: [`${now}, ${seconds} s ${aheadMs > 0 ? 'ahead of' : 'behind'} ${host}.`],
			nextStep: 'Set the clock, best automatically: tokens and certificates hold for a time of day.',
		};
	},
};

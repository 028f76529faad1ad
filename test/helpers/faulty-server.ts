import {createFaultPlan} from '../../source/local/faults/fault-plan.js';
import {parseFaults} from '../../source/local/faults/parse-faults.js';
import type {RealTimeApiOptions} from '../../source/local/real-time/api.js';
import {startRealTimeServer} from './real-time-server.js';

/**
A server of the real-time API with these faults, and what has happened on it so far.
*/
export const startFaultyServer = async (faults: string, changes: Partial<RealTimeApiOptions> = {}) => {
	const plan = createFaultPlan({faults: parseFaults(faults), seed: 1});
	const server = await startRealTimeServer({faults: plan, quota: 9, ...changes});
	return {...server, happened: () => plan.log().map(({name}) => name)};
};

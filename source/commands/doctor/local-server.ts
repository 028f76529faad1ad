import {toProblem} from '../../core/problem.js';
import {openLocalServer} from '../engines.js';
import type {Check, CheckResult} from './check.js';
import {isLocalWanted} from './is-local-wanted.js';
import {reachLine} from './reach-line.js';

/**
Whether Duet's own server starts here and answers.
*/
export const localServer: Check = {
	id: 'local-server',
	title: 'Local server',
	limitMs: 20_000,
	async run({values, clock, signal}): Promise<CheckResult> {
		const grave = isLocalWanted(values) ? 'bad' : 'warning';
		try {
			const [server, {reachServices}] = await Promise.all([
				openLocalServer(values),
				import('../../speechmatics/reach.js'),
			]);
			try {
				const reaches = await reachServices({...server, clock, patienceMs: 5000, signal});
				const [problem] = reaches.flatMap(reach => reach.problem ?? []);
				return problem
					? {
							status: grave,
							says: ['It starts, but not all of it answers.', ...reaches.map(reachLine)],
							nextStep: problem.nextStep,
						}
					: {
							status: 'good',
							says: [
								`Batch, tokens and real-time answer and accept its key; recogniser ${server.recogniser}.`,
							],
						};
			} finally {
				await server.close();
			}
		} catch (error) {
			const {message, nextStep} = toProblem(error);
			return {status: grave, says: [`It does not start: ${message}`], nextStep};
		}
	},
};

import {httpError} from '../../http/http-error.js';
import {wait} from '../../timers.js';
import type {DrawnFault} from '../drawn-fault.js';
import {batchOccasions, occasions} from '../fault-spec.js';
import type {Exchange, HttpFault} from './http-fault.js';

/**
Answers that come late, or too early.
*/
export const lateAnswers: readonly HttpFault[] = [
	{
		layer: 'http',
		name: 'late',
		help: 'the answer comes that much later; what was asked for is done at once',
		value: {type: 'duration', fallbackMs: 2000},
		occasions,
		byDefault: batchOccasions,
		async arrive(drawn, exchange) {
			if (exchange.occasion === 'handshake') {
				await delay(drawn, exchange);
			}
		},
		async finish(drawn, exchange, reply) {
			await delay(drawn, exchange);
			return reply;
		},
	},
	{
		layer: 'http',
		name: 'not-ready',
		help: 'the job is done, but its transcript is not there yet: 404',
		occasions: ['transcript'],
		byDefault: ['transcript'],
		finish({happen}, _exchange, reply) {
			if (happen()) {
				throw httpError(404, 'Transcription not ready', 'The job is done.');
			}

			return reply;
		},
	},
];

const delay = async ({number, happen}: DrawnFault<HttpFault>, {timers, signal}: Exchange): Promise<void> => {
	if (happen()) {
		await wait(timers, number() ?? 0, signal);
	}
};

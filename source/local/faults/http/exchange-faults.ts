import type {Reply} from '../../http/http-reply.js';
import type {DrawnFault} from '../drawn-fault.js';
import type {Exchange, HttpFault} from './http-fault.js';
import type {JobFate} from './job-fate.js';

/**
The faults of one request, each called at its time.
*/
export type ExchangeFaults = {
	/**
	@throws {HttpError} The answer.
	@throws {NoAnswer} When there is to be none.
	*/
	readonly arrive: () => Promise<void>;

	/**
	@returns The answer to send in place of the real one.
	@throws As above.
	*/
	readonly finish: (reply: Reply) => Promise<Reply>;
	readonly fate: JobFate | undefined;
};

/**
Puts the faults that were drawn for a request in a row.
*/
export const exchangeFaults = (
	drawn: ReadonlyArray<DrawnFault<HttpFault>>,
	exchange: Exchange,
): ExchangeFaults => ({
	async arrive() {
		for (const one of drawn) {
			await one.fault.arrive?.(one, exchange);
		}
	},
	async finish(reply) {
		let changed = reply;
		for (const one of drawn) {
			changed = (await one.fault.finish?.(one, exchange, changed)) ?? changed;
		}

		return changed;
	},
	fate: drawn.map(one => one.fault.fate?.(one)).find(fate => fate !== undefined),
});

import type {IncomingMessage} from 'node:http';
import type {Reply} from '../../http/http-reply.js';
import type {Timers} from '../../timers.js';
import type {DrawnFault} from '../drawn-fault.js';
import type {FaultDeclaration} from '../fault.js';
import type {Occasion} from '../fault-spec.js';
import type {JobFate} from './job-fate.js';

/**
A fault of an HTTP request, or of the handshake that opens a real-time session.
*/
export type HttpFault = FaultDeclaration & {
	readonly layer: 'http';

	/**
	The requests it can happen at, and those it does happen at where none is said.
	*/
	readonly occasions: readonly Occasion[];
	readonly byDefault: readonly Occasion[];

	/**
	Called when the headers are in, and nothing else is.

	@throws {HttpError} The answer.
	@throws {NoAnswer} When the request is not to be answered any more.
	*/
	readonly arrive?: (drawn: DrawnFault<HttpFault>, exchange: Exchange) => Promise<void> | void;

	/**
	Called when everything is done and the answer is ready to be sent. Not for handshakes.

	@returns The answer that is sent instead.
	@throws As above.
	*/
	readonly finish?: (
		drawn: DrawnFault<HttpFault>,
		exchange: Exchange,
		reply: Reply,
	) => Promise<Reply> | Reply;

	/**
	What becomes of the job that the request creates.
	*/
	readonly fate?: (drawn: DrawnFault<HttpFault>) => JobFate;
};

/**
A request and its answer, as faults see them.
*/
export type Exchange = {
	readonly occasion: Occasion;
	readonly message: IncomingMessage;
	readonly timers: Timers;

	/**
	Aborted when the client goes away.
	*/
	readonly signal: AbortSignal;
};

/**
Thrown where a request is not to be answered any more.
*/
export class NoAnswer extends Error {
	override readonly name = 'NoAnswer';
}

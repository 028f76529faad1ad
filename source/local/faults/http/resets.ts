import {once} from 'node:events';
import {batchOccasions, occasions} from '../fault-spec.js';
import {type Exchange, type HttpFault, NoAnswer} from './http-fault.js';

/**
Connections that break or say nothing.
*/
export const resets: readonly HttpFault[] = [
	{
		layer: 'http',
		name: 'reset',
		help: 'the connection is reset: after the headers, after the body, or when all is done but the answer',
		value: {type: 'word', choices: ['headers', 'body', 'answer'], fallback: 'headers'},
		occasions,
		byDefault: batchOccasions,
		async arrive(drawn, exchange) {
			if (drawn.word === 'answer' || !drawn.happen()) {
				return;
			}

			if (drawn.word === 'body' && exchange.occasion !== 'handshake') {
				exchange.message.resume();
				await once(exchange.message, 'end', {signal: exchange.signal});
			}

			reset(exchange);
		},
		finish(drawn, exchange, reply) {
			if (drawn.word === 'answer' && drawn.happen()) {
				reset(exchange);
			}

			return reply;
		},
	},
	{
		layer: 'http',
		name: 'no-answer',
		help: 'the request is never answered',
		occasions,
		byDefault: batchOccasions,
		arrive({happen}) {
			if (happen()) {
				throw new NoAnswer();
			}
		},
	},
];

const reset = ({message}: Exchange): never => {
	message.socket.resetAndDestroy();
	throw new NoAnswer();
};

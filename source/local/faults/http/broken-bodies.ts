import {encodeReply, type Reply} from '../../http/http-reply.js';
import {batchOccasions} from '../fault-spec.js';
import type {HttpFault} from './http-fault.js';

const bodyFault = {
	layer: 'http',
	occasions: [...batchOccasions, 'token'],
	byDefault: batchOccasions,
} as const;

/**
Half of an answer. Files are left whole: they are not read into memory.

@param announcedShare - How much of it the header announces, of 1.
*/
const half = (reply: Exclude<Reply, {readonly type: 'file'}>, announcedShare: 0.5 | 1): Reply => {
	const {status, contentType, body} = encodeReply(reply);
	const part = body.subarray(0, Math.floor(body.length / 2));
	return {
		type: 'bytes',
		status,
		contentType,
		body: part,
		announcedBytes: announcedShare === 1 ? body.length : part.length,
	};
};

const page = (reply: Exclude<Reply, {readonly type: 'file'}>): Reply => {
	const body = Buffer.from('<!doctype html>');
	const {status} = encodeReply(reply);
	return {type: 'bytes', status, contentType: 'application/json', body, announcedBytes: body.length};
};

/**
Successes whose bodies are of no use. What was asked for is done.
*/
export const brokenBodies: readonly HttpFault[] = [
	{
		...bodyFault,
		name: 'truncated',
		help: 'the connection ends in the middle of the answer, whose header announced all of it',
		finish: ({happen}, _exchange, reply) => (reply.type !== 'file' && happen() ? half(reply, 1) : reply),
	},
	{
		...bodyFault,
		name: 'bad-json',
		help: 'the answer is cut in the middle, and looks whole',
		finish: ({happen}, _exchange, reply) => (reply.type !== 'file' && happen() ? half(reply, 0.5) : reply),
	},
	{
		...bodyFault,
		name: 'non-json',
		help: 'the answer is a page of HTML that says it is JSON',
		finish: ({happen}, _exchange, reply) => (reply.type !== 'file' && happen() ? page(reply) : reply),
	},
];

import type {DrawnFault} from '../drawn-fault.js';
import type {HttpFault} from './http-fault.js';

const jobFault = {layer: 'http', occasions: ['create'], byDefault: ['create']} as const;

const rejected =
	(hasReason: boolean) =>
	({number, happen}: DrawnFault<HttpFault>) =>
		({type: 'rejected', afterMs: number() ?? 0, hasReason, happen}) as const;

/**
Faults of jobs: they are created as they should be.
*/
export const jobFates: readonly HttpFault[] = [
	{
		...jobFault,
		name: 'rejected',
		help: 'the job is rejected, after a time',
		value: {type: 'duration', fallbackMs: 0},
		fate: rejected(true),
	},
	{
		...jobFault,
		name: 'rejected-noerrors',
		help: 'the same, and the job does not say why',
		value: {type: 'duration', fallbackMs: 0},
		fate: rejected(false),
	},
	{
		...jobFault,
		name: 'running',
		help: 'the job runs that much longer, or for ever',
		value: {type: 'duration', isOptional: true},
		fate: ({number, happen}) => ({type: 'running', forMs: number() ?? Number.POSITIVE_INFINITY, happen}),
	},
];

import type {HttpFault} from './http/http-fault.js';
import type {RealTimeFault} from './real-time/real-time-fault.js';

/**
Something that can go wrong on purpose.
*/
export type Fault = HttpFault | RealTimeFault;

/**
What every fault says of itself.
*/
export type FaultDeclaration = {
	/**
	Small letters, digits and hyphens; it neither ends in a digit after an x nor is it the name of another fault.
	*/
	readonly name: string;

	/**
	What happens, in a line of the help.
	*/
	readonly help: string;
	readonly value?: ValueRule;
};

/**
What may stand behind the equals sign of a fault.

A fault without a fallback, whose value is not optional either, needs one.
*/
export type ValueRule = {
	readonly isOptional?: true;
} & (
	| {readonly type: 'word'; readonly choices: readonly string[]; readonly fallback?: string}
	| {readonly type: 'duration'; readonly fallbackMs?: number}
	| {readonly type: 'count'; readonly low: number; readonly high: number; readonly fallback?: number}
);

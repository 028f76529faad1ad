import {faults as catalogue, faultNamed} from './catalogue.js';
import {drawPoint, drawValue} from './draw-lot.js';
import type {DrawnFault} from './drawn-fault.js';
import type {Fault} from './fault.js';
import type {FaultSpec, Occasion} from './fault-spec.js';
import type {HttpFault} from './http/http-fault.js';
import {printFault} from './parse-faults.js';
import {createRandom, type Random} from './random.js';
import type {RealTimeFault} from './real-time/real-time-fault.js';

/**
The faults that a server was started with, and what has come of them.
*/
export type FaultPlan = {
	/**
	Draws lots for a request.

	@param subject - What it is about, for the log; no secret may be in it.
	@param asked - Faults that its client asks for, besides those of the plan.
	*/
	readonly drawForRequest: (
		occasion: Occasion,
		subject: string,
		asked?: readonly FaultSpec[],
	) => ReadonlyArray<DrawnFault<HttpFault>>;

	/**
	Draws lots for a real-time session.
	*/
	readonly drawForSession: (
		subject: string,
		asked?: readonly FaultSpec[],
	) => ReadonlyArray<DrawnFault<RealTimeFault>>;

	/**
	What has happened, oldest first: the last ten thousand.
	*/
	readonly log: () => readonly InjectedFault[];
};

/**
A fault that has happened.
*/
export type InjectedFault = {
	/**
	Counted from 1.
	*/
	readonly number: number;
	readonly name: string;

	/**
	The order it came from, such as `drop@2s..20s~50%`.
	*/
	readonly spec: string;
	readonly occasion: Occasion | 'session';

	/**
	A request by its method and path, or the id of a session.
	*/
	readonly subject: string;
};

export type FaultPlanOptions = {
	readonly faults?: readonly FaultSpec[];

	/**
	The same seed makes the same lots fall on the same requests and sessions, each fault's counted by itself.
	*/
	readonly seed?: number;

	/**
	Told of each fault as it happens.
	*/
	readonly onFault?: (injected: InjectedFault) => void;
};

const longestLog = 10_000;

/**
A fault of the plan and how often it could have happened so far. Each time has random numbers of its own, so that what
falls on it depends neither on other faults nor on how many numbers an earlier time has used up.
*/
type Order = {
	readonly spec: FaultSpec;
	readonly fault: Fault;
	readonly stream: string;
	occasionCount: number;
	timesLeft: number;
};

/**
@throws {RangeError} For a fault that does not exist.
*/
export const createFaultPlan = ({faults = [], seed = 0, onFault}: FaultPlanOptions = {}): FaultPlan => {
	const log: InjectedFault[] = [];
	let count = 0;
	let askedCount = 0;

	const toOrder = (spec: FaultSpec, stream: string): Order => {
		const fault = faultNamed(spec.name);
		if (!fault) {
			throw new RangeError(`There is no fault ${spec.name}.`);
		}

		return {spec, fault, stream, occasionCount: 0, timesLeft: spec.mostTimes};
	};

	const orders = faults.map((spec, index) => toOrder(spec, String(index)));

	const toAskedOrder = (spec: FaultSpec): Order => {
		askedCount += 1;
		return toOrder(spec, `asked/${askedCount}`);
	};

	const nextRandom = (order: Order): Random => {
		order.occasionCount += 1;
		return createRandom(`${seed}/${order.stream}/${order.occasionCount}`);
	};

	const note = (injected: Omit<InjectedFault, 'number'>): void => {
		count += 1;
		const numbered = {number: count, ...injected};
		log.push(numbered);
		if (log.length > longestLog) {
			log.shift();
		}

		onFault?.(numbered);
	};

	const draw = <Kind extends Fault>(
		layer: Kind['layer'],
		occasion: InjectedFault['occasion'],
		subject: string,
		asked: readonly FaultSpec[],
	): ReadonlyArray<DrawnFault<Kind>> =>
		[...orders, ...asked.map(toAskedOrder)]
			.filter(({fault, spec}) => fault.layer === layer && isMeantFor(fault, spec, occasion))
			.map(order => ({order, random: nextRandom(order)}))
			.filter(({order, random}) => random() * 100 < order.spec.chancePercent && order.timesLeft > 0)
			.toSorted((one, other) => catalogue.indexOf(one.order.fault) - catalogue.indexOf(other.order.fault))
			.map(({order, random}) => ({
				fault: order.fault as Kind,
				...drawPoint(order.spec, order.fault, random),
				...drawValue(order.spec, order.fault, random),
				happen() {
					if (order.timesLeft <= 0) {
						return false;
					}

					order.timesLeft -= 1;
					note({name: order.spec.name, spec: printFault(order.spec), occasion, subject});
					return true;
				},
			}));

	return {
		drawForRequest: (occasion, subject, asked = []) => draw<HttpFault>('http', occasion, subject, asked),
		drawForSession: (subject, asked = []) => draw<RealTimeFault>('real-time', 'session', subject, asked),
		log: () => [...log],
	};
};

const isMeantFor = (fault: Fault, {place}: FaultSpec, occasion: InjectedFault['occasion']): boolean => {
	if (fault.layer === 'real-time' || occasion === 'session') {
		return fault.layer === 'real-time' && occasion === 'session';
	}

	return place?.type === 'request' ? place.occasion === occasion : fault.byDefault.includes(occasion);
};

import type {AudioDecoder} from '../core/audio-decoder.js';
import type {Recogniser} from '../core/recogniser.js';
import type {InjectedFault} from './faults/fault-plan.js';
import type {FaultSpec} from './faults/fault-spec.js';
import type {RealTimeApiOptions} from './real-time/api.js';
import type {ServerLimits} from './server-limits.js';

/**
How a local server differs from the service. Without any option it is as much alike as can be.
*/
export type LocalServerOptions = {
	/**
	At least one. For each language the first that knows it is used.
	*/
	readonly recognisers: readonly Recogniser[];
	readonly decoder: AudioDecoder;

	/**
	Default: 32 random letters and digits.
	*/
	readonly apiKey?: string;

	/**
	Default: a free one.
	*/
	readonly port?: number;

	/**
	How long every batch job takes at least. Default: a time that grows with its audio, or, with a recogniser whose capacity
	is limited, as long as that needs.
	*/
	readonly jobSeconds?: number;

	/**
	The time of day in milliseconds since 1970, by which keys and jobs expire.
	*/
	readonly nowMs?: () => number;

	/**
	How much faster than the service the server does what takes time of its own accord: jobs, attempts to fetch and to
	notify, answers that are held. Default: 1.
	*/
	readonly timeScale?: number;

	/**
	What a request without a valid key gets: the service's page of HTML, which is the default, or its announced JSON.
	*/
	readonly authErrors?: 'html' | 'json';

	/**
	Whether `wait` holds answers, as in the cloud. On-premises servers ignore it. Default: true.
	*/
	readonly longPolling?: boolean;

	/**
	Whether clients may ask for failures with `x-fault`. Default: false.
	*/
	readonly allowFaults?: boolean;

	/**
	What goes wrong on purpose, such as `drop@2s..20s~50%, 503~10%` (see `parseFaults`), or that parsed. Default: nothing.
	*/
	readonly faults?: string | readonly FaultSpec[];

	/**
	What the faults are drawn with, a whole number. Default: a random one; the server says which.
	*/
	readonly seed?: number;

	/**
	Told of each fault as it happens.
	*/
	readonly onFault?: (injected: InjectedFault) => void;

	/**
	More running jobs than this are refused. Default: 20,000, as the service.
	*/
	readonly maxRunningJobs?: number;

	/**
	What the server bears from its clients, where it is to be other than usual.
	*/
	readonly limits?: Partial<ServerLimits>;

	/**
	What may differ on the real-time side, such as how many sessions there may be at once.
	*/
	readonly realTime?: Omit<
		RealTimeApiOptions,
		'keys' | 'recognisers' | 'decoder' | 'allowFaults' | 'faults' | 'limits'
	>;
};

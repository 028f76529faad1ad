import type {Clock} from '../core/clock.js';
import type {RealTimeEngine} from '../core/engine.js';
import type {RealTimeEvent} from '../core/transcript-event.js';
import {createAccess, noToken} from './access.js';
import {createEventQueue} from './event-queue.js';
import {realTimeConfig, realTimeWarnings} from './real-time-config.js';
import {runSessions} from './real-time-run.js';
import {defaultLimits, type RunLimits} from './run-limits.js';
import {describeService} from './service.js';
import {withoutSecrets} from './without-secrets.js';

/**
How much longer a session may take to start with a vocabulary, as the service says.
*/
const vocabularyMs = 15_000;

/**
Speechmatics' real-time service, or one that speaks its protocol. Sessions that are lost are replaced.

@param realTimeUrl - Ends in `/v2`.
@param managementUrl - Mints the tokens; ends in `/v1`.
@param limits - Those that differ from the usual ones.
*/
export const createRealTimeEngine = ({
	apiKey,
	realTimeUrl,
	managementUrl,
	clock,
	limits,
}: {
	readonly apiKey?: string;
	readonly realTimeUrl: string;
	readonly managementUrl: string;
	readonly clock: Clock;
	readonly limits?: Partial<RunLimits>;
}): RealTimeEngine => {
	const secrets = new Set(apiKey === undefined ? [] : [apiKey]);
	const {token, ...others} = createAccess({apiKey, managementUrl, clock});
	const access = {
		...others,
		async token(signal: AbortSignal) {
			const fresh = await token(signal);
			if (fresh !== noToken) {
				secrets.add(fresh);
			}

			return fresh;
		},
	};
	const service = describeService(realTimeUrl, apiKey);
	const usual = {...defaultLimits, ...limits};

	const transcribe: RealTimeEngine['transcribe'] = async function* (audio, options, signal) {
		const config = realTimeConfig(options);
		const startMs = usual.startMs + (options.vocabulary.length > 0 ? vocabularyMs : 0);
		const left = new AbortController();
		const stop = AbortSignal.any([signal, left.signal]);
		const queue = createEventQueue<RealTimeEvent>();
		for (const message of realTimeWarnings(options)) {
			yield {type: 'warned', message};
		}

		runSessions(
			{url: realTimeUrl, access, config, audio, clock, service, limits: {...usual, startMs}},
			queue.push,
			stop,
		).then(
			() => queue.end(),
			(error: unknown) => queue.end(signal.aborted ? undefined : error),
		);
		try {
			yield* queue;
		} finally {
			left.abort(); // A reader that leaves early closes the session.
		}
	};

	return {
		transcribe: (audio, options, signal) => withoutSecrets(transcribe(audio, options, signal), secrets),
	};
};

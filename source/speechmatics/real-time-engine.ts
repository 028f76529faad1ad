import type {Clock} from '../core/clock.js';
import type {RealTimeEngine} from '../core/engine.js';
import type {RealTimeEvent} from '../core/transcript-event.js';
import {createAccess, noToken} from './access.js';
import {createEventQueue} from './event-queue.js';
import {realTimeConfig, realTimeWarnings} from './real-time-config.js';
import {runSession, type SessionLimits} from './real-time-session.js';
import {describeService} from './service.js';
import {withoutSecrets} from './without-secrets.js';

const defaultLimits: SessionLimits = {
	startMs: 15_000,
	acknowledgeMs: 30_000,
	drainMs: 5000,
	endMs: 60_000,
	unacknowledgedChunks: 300,
	waitingBytes: 1_000_000,
};

/**
How much longer a session may take to start with a vocabulary, as the service says.
*/
const vocabularyMs = 15_000;

/**
Speechmatics' real-time service, or one that speaks its protocol.

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
	readonly limits?: Partial<SessionLimits>;
}): RealTimeEngine => {
	const access = createAccess({apiKey, managementUrl, clock});
	const service = describeService(realTimeUrl, apiKey);
	const secrets = new Set(apiKey === undefined ? [] : [apiKey]);
	const usual = {...defaultLimits, ...limits};

	const transcribe: RealTimeEngine['transcribe'] = async function* (audio, options, signal) {
		const config = realTimeConfig(options);
		const startMs = usual.startMs + (options.vocabulary.length > 0 ? vocabularyMs : 0);
		const left = new AbortController();
		const stop = AbortSignal.any([signal, left.signal]);
		const queue = createEventQueue<RealTimeEvent>();

		const run = async () => {
			const token = await access.token(stop);
			if (token !== noToken) {
				secrets.add(token);
			}

			await runSession(
				{url: realTimeUrl, token, config, audio, service, limits: {...usual, startMs}},
				queue.push,
				stop,
			);
		};

		for (const message of realTimeWarnings(options)) {
			yield {type: 'warned', message};
		}

		run().then(
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

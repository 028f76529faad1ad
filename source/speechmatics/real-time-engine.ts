import type {Clock} from '../core/clock.js';
import type {RealTimeEngine} from '../core/engine.js';
import type {RealTimeEvent} from '../core/transcript-event.js';
import {createAccess, noToken} from './access.js';
import {createEventQueue} from './event-queue.js';
import {realTimeConfig, realTimeWarnings} from './real-time-config.js';
import {type RunLimits, runSessions} from './real-time-run.js';
import {describeService} from './service.js';
import {withoutSecrets} from './without-secrets.js';

const keptSeconds = 600;

/**
A reader of live text notices a stop of a few seconds, while TCP mends a lost packet within three or so: after 8 s
without an acknowledgement, which comes after a tenth of a second as a rule, a connection is given up. After the end of
the audio the service works off up to 10 s of it, so that the end may take longer.

Ten minutes of audio are 19 MB. That is longer than a router or a service takes to start again, and about as long as
anybody waits for text that was to be live.
*/
const defaultLimits: RunLimits = {
	startMs: 10_000,
	acknowledgeMs: 8000,
	drainMs: 5000,
	endMs: 20_000,
	unacknowledgedChunks: 300,
	waitingBytes: 1_000_000,
	firstTries: 3,
	outageMs: keptSeconds * 1000,
	fruitlessSessions: 5,
	firstWaitMs: 250,
	longestWaitMs: 10_000,
	longestRetryAfterMs: 60_000,
	keptSeconds,
	aheadSeconds: 5,
};

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
	const {token, renew} = createAccess({apiKey, managementUrl, clock});
	const access = {
		renew,
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

import type {Problem} from '../core/problem.js';
import {failureSentence} from './failure-sentence.js';
import {adviceInReason} from './mending-advice.js';
import type {Service} from './service.js';

type Row = {
	/**
	The `type` of the in-band error, which is also the reason of the close frame.
	*/
	readonly types: readonly string[];
	readonly closeCodes?: readonly number[];
	readonly kind: Problem['kind'];
	readonly message: string;
	readonly nextStep: string;
	readonly isTransient?: true;
	readonly retryAfterMs?: number;
};

/**
The service asks for 5 to 10 s before the next session; the retries add their own, growing share of chance to it.
*/
const retryAfterMs = 5000;

/**
Why the real-time service ends a session before its time.

@see https://docs.speechmatics.com/api-ref/realtime-transcription-websocket, error types and close codes.
*/
const rows: readonly Row[] = [
	{
		types: ['not_authorised'],
		closeCodes: [4001],
		kind: 'not-authorised',
		message: 'did not accept the key',
		nextStep: 'Check SPEECHMATICS_API_KEY and the region. Keys are made at https://portal.speechmatics.com.',
	},
	{
		types: ['not_allowed'],
		closeCodes: [4003],
		kind: 'rejected',
		message: 'does not allow this',
		nextStep: 'Do what the reason says, or check at https://portal.speechmatics.com what your plan includes.',
	},
	{
		types: ['invalid_model'],
		closeCodes: [4004],
		kind: 'bad-input',
		message: 'does not offer this language and model to you',
		nextStep:
			'Choose another --model or --language; check at https://portal.speechmatics.com what your plan includes.',
	},
	{
		types: ['invalid_language'],
		kind: 'bad-input',
		message: 'does not know this language',
		nextStep: 'Give a code such as en, de or es; https://docs.speechmatics.com lists the languages.',
	},
	{
		types: ['quota_exceeded'],
		closeCodes: [4005],
		kind: 'quota',
		message: 'runs as many sessions as your plan allows',
		nextStep: 'End another session, wait 10 seconds and run it again.',
		isTransient: true,
		retryAfterMs,
	},
	{
		types: ['timelimit_exceeded'],
		closeCodes: [4006],
		kind: 'quota',
		message: 'says that the usage quota of your contract is used up',
		nextStep: 'See your usage and plan at https://portal.speechmatics.com.',
	},
	{
		types: ['job_error'],
		closeCodes: [4013],
		kind: 'server',
		message: 'could not go on with this session',
		nextStep: 'Wait 5 seconds and run it again.',
		isTransient: true,
		retryAfterMs,
	},
	{
		types: ['invalid_audio_type'],
		kind: 'bad-input',
		message: 'could not read the audio',
		nextStep: 'Check that the file is audio that plays; run it again with another file to compare.',
	},
	{
		types: ['invalid_config', 'invalid_output_format'],
		kind: 'bad-input',
		message: 'refused the settings',
		nextStep: 'Check --max-delay (0.7 to 4), --model, --diarization and the vocabulary file.',
	},
	{
		types: ['idle_timeout', 'session_timeout'],
		closeCodes: [1008],
		kind: 'timeout',
		message: 'ended a session that was silent or open for too long',
		nextStep: 'Start a new session: one may last 48 hours, and an hour without audio.',
		isTransient: true,
	},
	{
		types: ['internal_error', 'unknown_error'],
		closeCodes: [1011, 1012, 1013],
		kind: 'server',
		message: 'has a fault of its own',
		nextStep: 'Try again in a minute; https://status.speechmatics.com shows known faults.',
		isTransient: true,
		retryAfterMs,
	},
	{
		types: ['protocol_error', 'invalid_message'],
		closeCodes: [1003],
		kind: 'server',
		message: 'did not understand a message',
		nextStep:
			'Check that the address is that of a Speechmatics real-time service; if it is, please report this.',
	},
];

/**
An `Error` message of the service as a problem. The session is over.

@param type - Missing where a server that is not Speechmatics' own leaves it out.
*/
export const sessionProblem = (
	type: string | undefined,
	reason: string | undefined,
	service: Service,
): Problem =>
	fromRow(
		rows.find(({types}) => type !== undefined && types.includes(type)),
		reason,
		type,
		service,
	);

/**
A transcript that was ended while there was audio left to send, without a warning that it would be.
*/
export const earlyEndProblem = ({host}: Service): Problem => ({
	kind: 'server',
	message: `${host} ended the transcript before the audio was over.`,
	nextStep: 'Run it again; what was transcribed is kept.',
	isTransient: true,
});

/**
A connection that was closed before the transcript was complete. Servers may close without an `Error` before it.
*/
export const closeProblem = (code: number, reason: string, service: Service): Problem =>
	code === 1006
		? {
				kind: 'network',
				message: `The connection to ${service.host} was lost.`,
				nextStep: 'Check the internet connection and run it again; what was transcribed is kept.',
				isTransient: true,
			}
		: fromRow(
				rows.find(({types}) => types.includes(reason)) ??
					rows.find(({closeCodes}) => closeCodes?.includes(code)),
				undefined,
				`close code ${code}${reason && ` ${reason}`}`,
				service,
				isUnexplainedClose(code),
			);

/**
Codes that whoever stands in between gives, too: a server that is stopped, a proxy that is full, no code at all. Those
below 3000 that are left out complain about a frame.
*/
const isUnexplainedClose = (code: number): boolean => [1000, 1001, 1005, 1014].includes(code);

/**
@param isUnexplained - Whether a failure without a row tells nothing, so that it may mend itself.
*/
const fromRow = (
	row: Row | undefined,
	reason: string | undefined,
	name: string | undefined,
	{host, keyEnding}: Service,
	isUnexplained = false,
): Problem => {
	const key = row?.kind === 'not-authorised' && keyEnding !== undefined ? ` ending in ${keyEnding}` : '';
	return {
		kind: row?.kind ?? 'server',
		message: failureSentence(`${host} ${row?.message ?? 'ended the session early'}${key}`, reason, name),
		nextStep: adviceInReason(reason) ?? row?.nextStep ?? 'Run it again; what was transcribed is kept.',
		...((row ? row.isTransient : isUnexplained) && {isTransient: true}),
		...(row?.retryAfterMs !== undefined && {retryAfterMs: row.retryAfterMs}),
	};
};

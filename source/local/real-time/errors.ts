/**
Every type of Error message in real-time v2, with the code of the close frame that follows it.

@see The API reference's table of close codes. It does not list the `invalid_*` types except `invalid_model`: they are
faults of the protocol as much as the listed `protocol_error`, so they share its code.
*/
export const closeCodes = {
	invalid_message: 1003,
	protocol_error: 1003,
	invalid_config: 1003,
	invalid_language: 1003,
	invalid_audio_type: 1003,
	invalid_output_format: 1003,
	idle_timeout: 1008,
	session_timeout: 1008,
	unknown_error: 1011,
	not_authorised: 4001,
	not_allowed: 4003,
	invalid_model: 4004,
	quota_exceeded: 4005,
	timelimit_exceeded: 4006,
	job_error: 4013,
} as const;

export type RealTimeErrorType = keyof typeof closeCodes;

export const isErrorType = (type: string): type is RealTimeErrorType => Object.hasOwn(closeCodes, type);

/**
The text of the close frame: the name of its code, which several types share.
*/
export const closeReason = (type: RealTimeErrorType): string => closeCodeReason(closeCodes[type]);

/**
The name of a close code; empty for those that are none of the service's own.
*/
export const closeCodeReason = (code: number): string =>
	sharedReasons[code] ??
	Object.keys(closeCodes).find(type => isErrorType(type) && closeCodes[type] === code) ??
	'';

const sharedReasons: Readonly<Record<number, string>> = {
	1003: 'protocol_error',
	1008: 'policy_violation',
	1011: 'internal_error',
};

/**
A failure that ends a session: an Error message with this type and reason, then the close frame.
*/
export class RealTimeError extends Error {
	override readonly name = 'RealTimeError';
	readonly type: RealTimeErrorType;

	constructor(type: RealTimeErrorType, reason: string, options?: ErrorOptions) {
		super(reason, options);
		this.type = type;
	}
}

/**
What a session is told that is one too many.
*/
export const quotaExceeded = (): RealTimeError =>
	new RealTimeError('quota_exceeded', 'Concurrent Quota Exceeded');

/**
Whatever was thrown, as an error for the client. Anything unforeseen is a fault of this server.
*/
export const toRealTimeError = (thrown: unknown): RealTimeError =>
	thrown instanceof RealTimeError
		? thrown
		: new RealTimeError('unknown_error', 'The server failed in a way that it did not foresee.', {
				cause: thrown,
			});

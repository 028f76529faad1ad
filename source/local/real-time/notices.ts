import type {RealTimeError} from './errors.js';
import type {ServerMessage} from './messages.js';

/**
How many sessions there are, this one included.

@param lastUpdated - When they were counted, in ISO 8601.
*/
export const concurrentSessionUsage = (usage: number, quota: number, lastUpdated: string): ServerMessage => ({
	message: 'Info',
	type: 'concurrent_session_usage',
	reason: `${usage} concurrent sessions active out of quota ${quota}`,
	usage,
	quota,
	last_updated: lastUpdated,
});

/**
Below 12 kHz the service takes its telephony models.
*/
export const recognitionQuality = (sampleRateHz: number | undefined): ServerMessage => {
	const quality = sampleRateHz !== undefined && sampleRateHz < 12_000 ? 'telephony' : 'broadcast';
	return {
		message: 'Info',
		type: 'recognition_quality',
		reason: `Running recognition using a ${quality} model quality.`,
		quality,
	};
};

export type WarningType =
	| 'duration_limit_exceeded'
	| 'unsupported_translation_pair'
	| 'empty_translation_target_list'
	| 'idle_timeout'
	| 'session_timeout'
	| 'add_audio_after_eos'
	| 'speaker_id';

/**
A notice after which the session goes on.
*/
export const warning = (
	type: WarningType,
	reason: string,
	details: Readonly<Record<string, unknown>> = {},
): ServerMessage => ({message: 'Warning', type, reason, ...details});

/**
The notice that ends a session.

@param hide - Takes out of it what it must not repeat.
*/
export const errorMessage = (
	{type, message}: RealTimeError,
	hide: (text: string) => string,
): ServerMessage => ({
	message: 'Error',
	type,
	reason: hide(message),
});

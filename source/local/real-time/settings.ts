import {RealTimeError} from './errors.js';
import {readField} from './fields.js';
import type {FinaliserSettings} from './finaliser.js';
import {changedTranscriptionConfig} from './schema.js';
import type {WireSettings} from './wire.js';

/**
When a client says nothing.

@see The defaults of the real-time API reference.
*/
export const defaultSettings: FinaliserSettings = {
	maxDelaySeconds: 4,
	maxDelayMode: 'flexible',
	enablePartials: false,
	endOfUtteranceSilenceSeconds: 0,
};

/**
The settings of a `transcription_config`, the others as they were.
*/
export const changeSettings = (before: FinaliserSettings, wire: WireSettings): FinaliserSettings => ({
	maxDelaySeconds: wire.max_delay ?? before.maxDelaySeconds,
	maxDelayMode: wire.max_delay_mode ?? before.maxDelayMode,
	enablePartials: wire.enable_partials ?? before.enablePartials,
	endOfUtteranceSilenceSeconds:
		wire.conversation_config?.end_of_utterance_silence_trigger ?? before.endOfUtteranceSilenceSeconds,
});

/**
The settings after a SetRecognitionConfig message.

@param language - The session's, which cannot change.
@throws {RealTimeError} With the type and reason to send.
*/
export const readSetRecognitionConfig = (
	message: Readonly<Record<string, unknown>>,
	language: string,
	before: FinaliserSettings,
): FinaliserSettings => {
	const config = readField<WireSettings & {readonly language?: string}>(
		message,
		'transcription_config',
		changedTranscriptionConfig,
	);
	if ((config.language ?? language) !== language) {
		throw new RealTimeError(
			'invalid_config',
			`The language of a session cannot change from ${language} to ${config.language}.`,
		);
	}

	return changeSettings(before, config);
};

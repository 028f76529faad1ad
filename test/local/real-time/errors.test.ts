import {describe, expect, it} from 'vitest';
import {closeCodes, closeReason, type RealTimeErrorType} from '../../../source/local/real-time/errors.js';

describe('the close frame after an Error', () => {
	it.each([
		['invalid_message', 1003, 'protocol_error'],
		['protocol_error', 1003, 'protocol_error'],
		['invalid_config', 1003, 'protocol_error'],
		['invalid_language', 1003, 'protocol_error'],
		['invalid_audio_type', 1003, 'protocol_error'],
		['invalid_output_format', 1003, 'protocol_error'],
		['idle_timeout', 1008, 'policy_violation'],
		['session_timeout', 1008, 'policy_violation'],
		['unknown_error', 1011, 'internal_error'],
		['not_authorised', 4001, 'not_authorised'],
		['not_allowed', 4003, 'not_allowed'],
		['invalid_model', 4004, 'invalid_model'],
		['quota_exceeded', 4005, 'quota_exceeded'],
		['timelimit_exceeded', 4006, 'timelimit_exceeded'],
		['job_error', 4013, 'job_error'],
	] satisfies ReadonlyArray<readonly [RealTimeErrorType, number, string]>)(
		'of type %s is %i %s',
		(type, code, reason) => {
			expect(closeCodes[type]).toBe(code);
			expect(closeReason(type)).toBe(reason);
		},
	);
});

import {describe, expect, it} from 'vitest';
import {createSilenceCheck, silenceProblem} from '../../../source/audio/microphone/silence-check.js';

/**
Audio whose samples go up and down by this much.
*/
const audio = (seconds: number, amplitude: number): Uint8Array =>
	new Uint8Array(
		Int16Array.from({length: seconds * 16_000}, (_, index) => (index % 2 === 0 ? amplitude : -amplitude))
			.buffer,
	);

describe('createSilenceCheck', () => {
	it('says after two seconds that there is no signal, not before', () => {
		const check = createSilenceCheck();
		expect([check(audio(1.5, 0)), check(audio(0.4, 0)), check(audio(0.1, 0))]).toEqual([
			'listening',
			'listening',
			'silent',
		]);
	});

	it('takes it back as soon as there is one, and stays with it', () => {
		const check = createSilenceCheck();
		expect([check(audio(2, 0)), check(audio(0.1, 3000)), check(audio(5, 0))]).toEqual([
			'silent',
			'heard',
			'heard',
		]);
	});

	it.each([
		['a muted microphone', 0, 'silent'],
		['one whose last bit flickers', 1, 'silent'],
		['a quiet room', 30, 'heard'],
	])('of %s', (_, amplitude, state) => {
		expect(createSilenceCheck()(audio(2, amplitude))).toBe(state);
	});
});

it.each([
	['darwin', 'Privacy & Security → Microphone'],
	['linux', 'muted or the wrong device'],
	['win32', 'Privacy & security → Microphone'],
	['freebsd', 'duet devices'],
])('names the usual cause on %s', (platform, cause) => {
	const {message, nextStep} = silenceProblem('Blue Yeti', platform);
	expect(message).toBe('No signal from Blue Yeti in 2 s.');
	expect(nextStep).toContain(cause);
});

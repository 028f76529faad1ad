import {expect, it} from 'vitest';
import {recogniserInVersion, recogniserOfTranscript} from '../../source/speechmatics/duet-recogniser.js';

it.each([
	['2026.06.05+duet+15.11.0 duet-replay', 'replay'],
	['2026.06.05+duet+15.11.0 duet-replay+pocketsphinx', 'replay+pocketsphinx'],
	['2026.06.05+duet+15.11.0 duet-six-words', 'six-words'],
	['2026.06.05+35ebfce2b4+15.11.0', undefined],
	[undefined, undefined],
	[7, undefined],
])('of version %j the recogniser is %j', (version, recogniser) => {
	expect(recogniserInVersion(version)).toBe(recogniser);
	expect(recogniserOfTranscript({metadata: {orchestrator_version: version}})).toBe(recogniser);
});

it.each([undefined, null, 'text', {}, {metadata: null}])('a document like %j names none', document => {
	expect(recogniserOfTranscript(document)).toBeUndefined();
});

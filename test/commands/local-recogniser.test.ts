import {describe, expect, it} from 'vitest';
import {openLocalRecogniser} from '../../source/commands/local-recogniser.js';
import type {OptionValues} from '../../source/commands/options.js';
import {recogniserNote} from '../../source/commands/recogniser-note.js';
import {resolveOptions} from '../../source/commands/resolve-options.js';
import {recogniserIds} from '../../source/local/recognisers/recognisers.js';
import {reversed} from '../local/recognisers/degrade.js';
import {sample} from '../local/recognisers/listen.js';

/**
Options under which pocketsphinx is found on no machine.
*/
const valuesWith = (values: Partial<OptionValues>): OptionValues => ({
	...resolveOptions([]).values,
	'pocketsphinx-library': 'no/such/library.so',
	...values,
});

const atHand = (samples: Int16Array) => ({
	recording: {
		async *openPcm() {
			yield new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
		},
	},
	signal: new AbortController().signal,
});

describe('the local recogniser', () => {
	it('is replay for the sample, also where nothing else works', async () => {
		const recogniser = await openLocalRecogniser(valuesWith({recogniser: 'auto'}), atHand(sample));
		expect(recogniser.id).toBe('replay');
	});

	it('is replay for whatever comes, where nothing else works', async () => {
		expect((await openLocalRecogniser(valuesWith({recogniser: 'auto'}))).id).toBe('replay');
	});

	it('is the one that the user wants, whatever the audio', async () => {
		const unknown = atHand(reversed(sample));
		expect((await openLocalRecogniser(valuesWith({recogniser: 'replay'}), unknown)).id).toBe('replay');
	});

	it('is refused where it is wanted and does not work here, even for the sample', async () => {
		await expect(
			openLocalRecogniser(valuesWith({recogniser: 'pocketsphinx'}), atHand(sample)),
		).rejects.toMatchObject({
			problem: {kind: 'bad-input', message: expect.stringContaining('no/such/library.so')},
		});
	});

	it('is refused where none has words for the recording, with the reasons', async () => {
		await expect(
			openLocalRecogniser(valuesWith({recogniser: 'auto'}), atHand(reversed(sample))),
		).rejects.toMatchObject({
			problem: {
				kind: 'bad-input',
				message: expect.stringMatching(/“replay” plays back the bundled sample.*no\/such\/library\.so/),
				nextStep: expect.stringContaining('SPEECHMATICS_API_KEY'),
			},
		});
	});
});

describe('what is said of a recogniser', () => {
	it.each([...recogniserIds, 'auto', 'another'])('names it (%s)', id => {
		expect(recogniserNote(id)).toMatch(id === 'auto' ? /“replay”.*“pocketsphinx”/ : new RegExp(`“${id}”`));
	});

	it.each(['replay', 'auto'])('says that a replay is no recognition (%s)', id => {
		expect(recogniserNote(id)).toContain('“replay”: known words played again, not recognition');
	});

	it.each(['pocketsphinx', 'auto'])('says how weak recognition on this machine is (%s)', id => {
		expect(recogniserNote(id)).toMatch(/real recognition on this machine, weaker than.*full stop/);
	});
});

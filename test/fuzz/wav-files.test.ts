import fc from 'fast-check';
import {expect, it} from 'vitest';
import {createAudioDecoder} from '../../source/audio/decoder.js';
import {ProblemError} from '../../source/core/problem.js';
import {inPieces} from '../helpers/pieces.js';
import {encodedWav, wavEncodings} from '../helpers/wav-file.js';
import {escapes} from './escapes.js';

const samples = [Array.from({length: 400}, (_, index) => Math.sin(index / 7))];

/**
A WAV file with some bytes of its first hundred changed, and cut off somewhere.
*/
const damaged = fc
	.record({
		encoding: fc.constantFrom(...Object.values(wavEncodings)),
		isExtensible: fc.boolean(),
		changes: fc.array(fc.tuple(fc.nat(99), fc.nat(255)), {maxLength: 6}),
		length: fc.nat(1200),
	})
	.map(({encoding, isExtensible, changes, length}) => {
		const file = Buffer.from(encodedWav(samples, {encoding, isExtensible}));
		for (const [at, value] of changes) {
			file[at] = value;
		}

		return file.subarray(0, length);
	});

const anyRiff = fc
	.uint8Array({maxLength: 300})
	.map(bytes => Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVEfmt '), bytes]));

it('any WAV header is read to sound, or refused with what to do', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.oneof(damaged, anyRiff),
			fc.constantFrom('mono', 'channels'),
			async (file, layout) => {
				const warnings: string[] = [];
				const decoder = createAudioDecoder({onWarning: message => warnings.push(message)});
				try {
					let sampleCount = 0;
					for await (const [first] of decoder.decodeFile(inPieces(file, 64), layout)) {
						sampleCount += first?.length ?? 0;
					}

					expect(sampleCount).toBeGreaterThan(0);
				} catch (error) {
					expect(error).toBeInstanceOf(ProblemError);
					const {kind, message, nextStep} = (error as ProblemError).problem;
					expect(kind).toBe('bad-input');
					warnings.push(message, nextStep);
				}

				expect(warnings.flatMap(escapes)).toEqual([]);
			},
		),
		{numRuns: 3000},
	);
}, 60_000);

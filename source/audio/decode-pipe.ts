import type {ProblemError} from '../core/problem.js';
import {audioProblem} from './audio-problem.js';
import {createByteReader} from './byte-reader.js';
import {createAudioDecoder} from './decoder.js';
import {detectFormat, detectionBytes, looksLikeText, tagBytes} from './detect-format.js';
import {fourCharacters} from './wav.js';

export type DecodePipeOptions = {
	/**
	What the pipe is called at the start of a sentence.
	*/
	readonly subject: string;

	/**
	Of samples that come without a header.
	*/
	readonly rateHz: number;
	readonly onWarning: (message: string) => void;
};

/**
Decodes what comes through a pipe as it comes: a WAV file, also one whose writer did not know its length, or any other
audio file with a signature that cannot be chance; everything else is 16-bit little-endian mono samples without a header.
A split sample at the end is dropped.

@returns 16 kHz mono s16le.
@throws {ProblemError} Of kind `bad-input`, when it is empty, text, or a file that cannot be decoded.
*/
export async function* decodePipe(
	bytes: AsyncIterable<Uint8Array>,
	{subject, rateHz, onWarning}: DecodePipeOptions,
): AsyncGenerator<Uint8Array, void> {
	const reader = createByteReader(bytes);
	try {
		const head = await reader.peek(detectionBytes);
		const complaint = complaintAbout(head);
		if (complaint !== undefined) {
			throw pipeProblem(`${subject} ${complaint}.`);
		}

		const decoder = createAudioDecoder({subject, onWarning});
		if (isAudioFile(head)) {
			for await (const [samples] of decoder.decodeFile(reader.take(), 'mono')) {
				yield bytesOf(samples);
			}
		} else {
			const encoding = {encoding: 'pcm_s16le', sampleRateHz: rateHz} as const;
			for await (const samples of decoder.decodeRaw(reader.take(), encoding)) {
				yield bytesOf(samples);
			}
		}
	} finally {
		await reader.close();
	}
}

/**
An error about the pipe, with two ways to feed it.
*/
export const pipeProblem = (message: string, options: ErrorOptions = {}): ProblemError =>
	audioProblem(message, {
		...options,
		nextStep:
			'Pipe 16-bit mono PCM into it and state its --rate, or WAV: arecord -f S16_LE -r 16000 -c 1 -t wav | duet live -',
	});

/**
An MP3 or AAC file without a tag begins with eleven or twelve bits that loud samples can begin with as well.
*/
const isAudioFile = (head: Uint8Array): boolean =>
	tagBytes(head) > 0 || (detectFormat(head) !== undefined && head[0] !== 0xff);

const complaintAbout = (head: Uint8Array): string | undefined => {
	if (head.length === 0) {
		return 'is empty: no audio has come through it';
	}

	if (isAudioFile(head)) {
		return undefined;
	}

	if (['RIFF', 'RIFX', 'RF64', 'BW64'].includes(fourCharacters(head, 0))) {
		return 'begins like a WAV file, but is none that Duet can read';
	}

	return looksLikeText(head) ? 'is not audio: it reads as text' : undefined;
};

/**
The samples' own memory: every machine that Node.js is released for and that has a terminal is little-endian.
*/
const bytesOf = (samples: Int16Array = new Int16Array(0)): Uint8Array =>
	new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);

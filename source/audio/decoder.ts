import type {AudioDecoder, RawEncoding} from '../core/audio-decoder.js';
import {audioProblem, recordAgainAdvice} from './audio-problem.js';
import {type ByteReader, createByteReader} from './byte-reader.js';
import {decodeCompressed} from './decode-compressed.js';
import {decodeWav, wholeFrames} from './decode-wav.js';
import type {DecodedBlock} from './decoded-block.js';
import {detectFormat, detectionBytes, looksLikeText, tagBytes} from './detect-format.js';
import {readSamples, sampleEncodings} from './sample-encodings.js';
import {toSixteenKilohertz} from './to-sixteen-kilohertz.js';

export type AudioDecoderOptions = {
	/**
	What the audio is called at the start of a sentence in errors and warnings, such as a path.
	*/
	readonly subject?: string;

	/**
	Told what a user should know about audio that was decoded all the same, such as that it is cut off.
	*/
	readonly onWarning?: (message: string) => void;

	/**
	Told what kind of file it is, as users call it, before anything is decoded.
	*/
	readonly onFormat?: (title: string) => void;
};

/**
Decodes files while they arrive and in bounded memory, whatever their length. An MP4 file with its index at the end also
needs room for itself in the temporary folder.
*/
export const createAudioDecoder = ({
	subject = 'The audio',
	onWarning = () => {},
	onFormat = () => {},
}: AudioDecoderOptions = {}): AudioDecoder => ({
	async *decodeFile(bytes, layout) {
		const reader = createByteReader(bytes);
		try {
			let isEmpty = true;
			for await (const block of toSixteenKilohertz(
				await decode(reader, subject, {onWarning, onFormat}),
				layout,
			)) {
				isEmpty = false;
				yield block;
			}

			if (isEmpty) {
				throw audioProblem(`${subject} holds no sound.`, {nextStep: recordAgainAdvice});
			}
		} finally {
			await reader.close();
		}
	},

	async *decodeRaw(bytes, encoding) {
		for await (const [samples] of toSixteenKilohertz(decodeSamples(bytes, encoding), 'mono')) {
			if (samples) {
				yield samples;
			}
		}
	},
});

const decode = async (
	reader: ByteReader,
	subject: string,
	{onWarning, onFormat}: Required<Pick<AudioDecoderOptions, 'onWarning' | 'onFormat'>>,
): Promise<AsyncIterable<DecodedBlock>> => {
	for (let tag = tagBytes(await reader.peek(10)); tag > 0; tag = tagBytes(await reader.peek(10))) {
		await reader.skip(tag);
	}

	const head = await reader.peek(detectionBytes);
	const format = detectFormat(head);
	if (format) {
		onFormat(format.title);
	}

	if (format?.codec === 'wav') {
		return decodeWav(reader, subject, onWarning);
	}

	if (format?.codec !== undefined) {
		return decodeCompressed(reader.take(), format.codec, subject);
	}

	throw audioProblem(`${subject} ${complaint(head, format?.title)}.`);
};

const complaint = (head: Uint8Array, title: string | undefined): string => {
	if (title !== undefined) {
		return `is ${title}, which Duet cannot decode`;
	}

	if (head.length === 0) {
		return 'is empty';
	}

	return looksLikeText(head) ? 'is not audio: it reads as text' : 'is not audio of a kind that Duet knows';
};

async function* decodeSamples(
	bytes: AsyncIterable<Uint8Array>,
	{encoding, sampleRateHz}: RawEncoding,
): AsyncGenerator<DecodedBlock, void> {
	const sampleEncoding = rawEncodings[encoding];
	for await (const samples of wholeFrames(bytes, sampleEncoding.bytesPerSample)) {
		yield {channels: readSamples(samples, sampleEncoding, 1), sampleRateHz};
	}
}

const rawEncodings = {
	pcm_s16le: sampleEncodings.s16le,
	pcm_f32le: sampleEncodings.f32le,
	mulaw: sampleEncodings.mulaw,
} as const;

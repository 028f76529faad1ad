import {audioProblem, recordAgainAdvice} from './audio-problem.js';
import type {ByteReader} from './byte-reader.js';
import {decodeCompressed} from './decode-compressed.js';
import type {DecodedBlock} from './decoded-block.js';
import {readSamples, type SampleEncoding, sampleEncodings} from './sample-encodings.js';
import {checkedSampleRate} from './sample-rate.js';
import {parseWavHeader, type WavHeader, wavFormats} from './wav.js';

/**
Decodes a WAV file of any sample rate, width and number of channels.

@param onWarning - Told when the samples end before the header says they do.
@throws {ProblemError} When the header is cut off or makes no sense, or the encoding is not known.
*/
export async function* decodeWav(
	reader: ByteReader,
	subject: string,
	onWarning: (message: string) => void,
): AsyncGenerator<DecodedBlock, void> {
	const header = await readHeader(reader, subject);
	if (header.format === wavFormats.microsoftAdpcm || header.format === wavFormats.imaAdpcm) {
		yield* decodeCompressed(reader.take(), 'wav', subject);
		return;
	}

	const encoding = encodingOf(header, subject);
	const {channelCount, dataBytes} = header;
	const sampleRateHz = checkedSampleRate(header.sampleRateHz, subject);
	const frameBytes = encoding.bytesPerSample * channelCount;
	let heldBytes = 0;
	await reader.skip(header.dataOffset);
	for await (const bytes of wholeFrames(reader.take(dataBytes), frameBytes)) {
		heldBytes += bytes.length;
		yield {channels: readSamples(bytes, encoding, channelCount), sampleRateHz};
	}

	const seconds = (bytes: number) => `${(bytes / frameBytes / sampleRateHz).toFixed(1)} s`;
	if (dataBytes !== undefined && heldBytes > 0 && heldBytes <= dataBytes - frameBytes) {
		onWarning(
			`${subject} is cut off: its header promises ${seconds(dataBytes)}, it holds ${seconds(heldBytes)}. What is there is used.`,
		);
	}
}

/**
Joins what a border between two pieces has split. Bytes that do not fill a frame at the end are dropped.
*/
export async function* wholeFrames(
	bytes: AsyncIterable<Uint8Array>,
	frameBytes: number,
): AsyncGenerator<Uint8Array, void> {
	let rest: Uint8Array = new Uint8Array(0);
	for await (const piece of bytes) {
		const joined = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
		const wholeBytes = joined.length - (joined.length % frameBytes);
		rest = joined.subarray(wholeBytes);
		if (wholeBytes > 0) {
			yield joined.subarray(0, wholeBytes);
		}
	}
}

/**
Metadata can stand before the samples, a cover picture for example; more than this is not taken for a WAV file.
*/
const largestHeaderBytes = 16 * 1024 * 1024;

const readHeader = async (reader: ByteReader, subject: string): Promise<WavHeader> => {
	for (let wanted = 64; wanted <= largestHeaderBytes; wanted *= 2) {
		const bytes = await reader.peek(wanted);
		const header = parseWavHeader(bytes);
		if (header) {
			return header;
		}

		if (bytes.length < wanted) {
			break;
		}
	}

	throw audioProblem(`${subject} is a WAV file without samples: it ends within its header.`, {
		nextStep: recordAgainAdvice,
	});
};

const encodingOf = (header: WavHeader, subject: string): SampleEncoding => {
	const {format, channelCount, bitsPerSample} = header;
	if (channelCount === 0) {
		throw audioProblem(`${subject} has a broken header: it states no channels.`);
	}

	const encoding = encodings[format]?.[Math.ceil(bitsPerSample / 8)];
	if (!encoding) {
		const name = codecNames[format] ?? `format 0x${format.toString(16)}`;
		const content = format in encodings ? `${bitsPerSample}-bit ${name}` : name;
		throw audioProblem(`${subject} is a WAV file that holds ${content}, which Duet cannot decode.`);
	}

	return encoding;
};

/**
By format and by bytes a sample.
*/
const encodings: Readonly<Record<number, Readonly<Record<number, SampleEncoding>>>> = {
	[wavFormats.pcm]: {
		1: sampleEncodings.u8,
		2: sampleEncodings.s16le,
		3: sampleEncodings.s24le,
		4: sampleEncodings.s32le,
	},
	[wavFormats.float]: {4: sampleEncodings.f32le, 8: sampleEncodings.f64le},
	[wavFormats.aLaw]: {1: sampleEncodings.alaw},
	[wavFormats.muLaw]: {1: sampleEncodings.mulaw},
};

/**
Names for what users may meet, from the registry in RFC 2361.
*/
const codecNames: Readonly<Record<number, string>> = {
	[wavFormats.pcm]: 'PCM',
	[wavFormats.float]: 'floating-point PCM',
	[wavFormats.aLaw]: 'A-law',
	[wavFormats.muLaw]: 'mu-law',
	49: 'GSM 6.10',
	80: 'MPEG audio',
	85: 'MP3',
	255: 'AAC',
	353: 'Windows Media Audio',
};

import {ProblemError} from '../core/problem.js';
import {audioProblem} from './audio-problem.js';
import {inSmallPieces} from './byte-reader.js';
import type {DecodedBlock} from './decoded-block.js';
import {wholeFlacHeaders} from './flac-headers.js';
import {moovFirst} from './moov-first.js';
import {checkedSampleRate} from './sample-rate.js';

/**
Decodes everything but plain samples, with a library that is loaded only now.

@param codec - As the library calls it, see `detect-format`.
@throws {ProblemError} When the library gives up on the bytes.
*/
export async function* decodeCompressed(
	bytes: AsyncIterable<Uint8Array>,
	codec: string,
	subject: string,
): AsyncGenerator<DecodedBlock, void> {
	const {decodeChunked} = await import('audio-decode/stream');
	try {
		// The library knows more codecs than its types name.
		const format = codec as Parameters<typeof decodeChunked>[1];
		for await (const {channelData, sampleRate} of decodeChunked(prepared(bytes, codec, subject), format)) {
			yield {channels: channelData, sampleRateHz: checkedSampleRate(sampleRate, subject)};
		}
	} catch (error) {
		if (error instanceof ProblemError) {
			throw error;
		}

		const reason = error instanceof Error ? error.message : String(error);
		throw audioProblem(`${subject} cannot be decoded: ${reason}.`, {cause: error});
	}
}

/**
The library turns a whole piece into samples at once: this much speech can be half a minute, 10 MB of samples.
*/
const largestPieceBytes = 8 * 1024;

/**
The bytes in the order and the pieces that the library's decoder copes with.
*/
const prepared = (
	bytes: AsyncIterable<Uint8Array>,
	codec: string,
	subject: string,
): AsyncIterable<Uint8Array> => {
	switch (codec) {
		case 'm4a': {
			return inSmallPieces(moovFirst(bytes, subject), largestPieceBytes);
		}

		case 'flac': {
			return wholeFlacHeaders(inSmallPieces(bytes, largestPieceBytes));
		}

		default: {
			return inSmallPieces(bytes, largestPieceBytes);
		}
	}
};

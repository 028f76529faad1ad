import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import type {FileHandle} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {bytesPerSecond} from '../core/audio-source.js';
import {diskReason, isOutOfSpace} from '../core/disk-reason.js';
import {ProblemError} from '../core/problem.js';
import type {Recording} from '../core/recording.js';
import {sanitise} from '../core/sanitise.js';
import {type AudioFile, fileProblem, findAudioFile} from './audio-file.js';
import {createAudioDecoder} from './decoder.js';
import {readFrom} from './file-bytes.js';
import {openNamelessFile} from './nameless-file.js';
import {wavHeader, wavHeaderBytes} from './wav.js';

/**
A recording that was decoded once, so that both modes get the same bytes. It lies in a temporary WAV file without a name, which
is gone when the recording is disposed of or the process ends in whatever way.
*/
export type PreparedRecording = AsyncDisposable & {
	/**
	The name of the original file, without its folder.
	*/
	readonly name: string;
	readonly seconds: number;

	/**
	The size of the original file, and what kind it is, such as `MP3`.
	*/
	readonly fileBytes: number;
	readonly fileFormat: string;

	/**
	The size of the WAV file.
	*/
	readonly byteCount: number;

	/**
	Of the samples, without the header.
	*/
	readonly sha256: string;

	/**
	What the user should know about the file, such as that it is cut off.
	*/
	readonly warnings: readonly string[];

	/**
	The WAV file, for batch.
	*/
	readonly recording: Recording;

	/**
	The samples, for real-time: 16 kHz mono s16le, from the start each time it is called.
	*/
	openPcm(): AsyncIterable<Uint8Array>;
	dispose(): Promise<void>;
};

/**
Decodes a file of any kind that Duet knows to 16 kHz mono s16le.

@throws {ProblemError} Of kind `bad-input`, with the path as given, when there is no such file or no audio in it.
@throws The signal's reason when it is aborted. Nothing is left behind then.
*/
export const prepareRecording = async (
	typedPath: string,
	signal?: AbortSignal,
): Promise<PreparedRecording> => {
	signal?.throwIfAborted();
	const file = await findAudioFile(typedPath);
	const wav = await openNamelessFile();
	const dispose = () => wav.close();
	try {
		const {pcmBytes, sha256, fileFormat, warnings} = await decodeToWav(file, wav, signal);
		const name = `${path.parse(file.name).name}.wav`;
		const byteCount = wavHeaderBytes + pcmBytes;
		return {
			name: file.name,
			seconds: pcmBytes / bytesPerSecond,
			fileBytes: file.byteCount,
			fileFormat,
			byteCount,
			sha256,
			warnings,
			recording: {type: 'bytes', name, byteCount, open: () => readFrom(wav, 0)},
			openPcm: () => readFrom(wav, wavHeaderBytes),
			dispose,
			[Symbol.asyncDispose]: dispose,
		};
	} catch (error) {
		await dispose();
		throw readableProblem(error, sanitise(file.path));
	}
};

const decodeToWav = async (file: AudioFile, output: FileHandle, signal: AbortSignal | undefined) => {
	const warnings: string[] = [];
	const hash = createHash('sha256');
	let fileFormat = '';
	const decoder = createAudioDecoder({
		subject: sanitise(file.path),
		onWarning: message => {
			warnings.push(message);
		},
		onFormat: title => {
			fileFormat = title;
		},
	});

	await output.writeFile(wavHeader(0)); // Holds the place until the length is known.
	let pcmBytes = 0;
	for await (const [samples] of decoder.decodeFile(createReadStream(file.path), 'mono')) {
		signal?.throwIfAborted();
		const bytes = toBytes(samples);
		hash.update(bytes);
		await output.writeFile(bytes);
		pcmBytes += bytes.length;
	}

	await output.write(wavHeader(pcmBytes), 0, wavHeaderBytes, 0);
	return {pcmBytes, sha256: hash.digest('hex'), fileFormat, warnings};
};

/**
The samples' own memory: every machine that Node.js is released for and that has a terminal is little-endian.
*/
const toBytes = (samples: Int16Array = new Int16Array(0)): Uint8Array =>
	new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);

const readableProblem = (error: unknown, subject: string): unknown => {
	if (error instanceof ProblemError || !(error instanceof Error && 'syscall' in error)) {
		return error;
	}

	if (isOutOfSpace(error)) {
		return new ProblemError(
			{
				kind: 'bad-input',
				message: `The decoded audio cannot be kept in ${tmpdir()}: ${diskReason(error)}.`,
				nextStep: 'Free some space, or set TMPDIR to a folder that has more.',
			},
			{cause: error},
		);
	}

	return fileProblem(error, subject);
};

import {randomUUID} from 'node:crypto';
import type {TranscriptionConfig} from '@speechmatics/batch-client';
import {ProblemError} from '../core/problem.js';
import type {Recording} from '../core/recording.js';

type RecordingBytes = Extract<Recording, {type: 'bytes'}>;

/**
A job as `multipart/form-data` that is made while it is sent, so that its file is never in memory as a whole.
*/
export type Multipart = {
	readonly body: ReadableStream;
	readonly headers: Readonly<Record<string, string>>;

	/**
	How many bytes of the recording have been taken so far.
	*/
	takenBytes(): number;
};

/**
Lays out a job with its configuration first, so that the server knows it before the audio comes.
*/
export const createMultipart = (recording: RecordingBytes, config: TranscriptionConfig): Multipart => {
	const boundary = `duet-${randomUUID()}`;
	const job = JSON.stringify({type: 'transcription', transcription_config: config});
	const encoder = new TextEncoder();
	const head = encoder.encode(
		`--${boundary}\r\nContent-Disposition: form-data; name="config"\r\n\r\n${job}\r\n` +
			`--${boundary}\r\nContent-Disposition: form-data; name="data_file"; filename="${escapeName(recording.name)}"\r\n` +
			'Content-Type: application/octet-stream\r\n\r\n',
	);
	const tail = encoder.encode(`\r\n--${boundary}--\r\n`);
	let takenBytes = 0;

	const parts = async function* () {
		yield head;
		try {
			for await (const bytes of recording.open()) {
				takenBytes += bytes.byteLength;
				yield bytes;
			}
		} catch (error) {
			throw unreadable(recording.name, error);
		}

		yield tail;
	};

	return {
		body: pulled(parts()),
		headers: {
			'content-type': `multipart/form-data; boundary=${boundary}`,
			'content-length': String(head.byteLength + recording.byteCount + tail.byteLength),
		},
		takenBytes: () => takenBytes,
	};
};

/**
A stream that reads only what is asked for: the socket holds at most 64 kB, so a piece is gone well before eight more are
asked for. A stream made by `ReadableStream.from` reads ahead and needs 15 MB more.
*/
const pulled = (parts: AsyncGenerator<Uint8Array>): ReadableStream =>
	new ReadableStream(
		{
			async pull(controller) {
				const {done, value} = await parts.next();
				if (done) {
					controller.close();
				} else {
					controller.enqueue(value);
				}
			},
			async cancel() {
				await parts.return(undefined);
			},
		},
		{highWaterMark: 0},
	);

const unreadable = (name: string, error: unknown): ProblemError =>
	error instanceof ProblemError
		? error
		: new ProblemError(
				{
					kind: 'bad-input',
					message: `${name} could not be read to its end: ${error instanceof Error ? error.message : String(error)}`,
					nextStep: 'Check that the file is still there and that the disk is well, then run it again.',
				},
				{cause: error},
			);

/**
As browsers write file names into a form.

@see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
*/
const escapeName = (name: string): string =>
	name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');

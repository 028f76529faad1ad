import {randomUUID} from 'node:crypto';
import type {TranscriptionConfig} from '@speechmatics/batch-client';
import {ProblemError} from '../core/problem.js';
import type {Recording} from '../core/recording.js';

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

	/**
	Whether so much has been taken that the service may have all of it.
	*/
	isTakenWhole(): boolean;
};

/**
Lays out a job with its configuration first, so that the server knows it before the audio comes. A stream can be sent
only once: `fetch` keeps any other body, and sends it again by itself after some answers.

@param reference - Shown with the job ever after.
*/
export const createMultipart = (
	recording: Recording,
	config: TranscriptionConfig,
	reference: string,
): Multipart => {
	const boundary = `duet-${randomUUID()}`;
	const job = JSON.stringify({
		type: 'transcription',
		transcription_config: config,
		tracking: {reference},
		...(recording.type === 'url' && {fetch_data: {url: recording.url}}),
	});
	const encoder = new TextEncoder();
	const head = encoder.encode(
		`--${boundary}\r\nContent-Disposition: form-data; name="config"\r\n\r\n${job}${fileHead(recording, boundary)}`,
	);
	const tail = encoder.encode(`\r\n--${boundary}--\r\n`);
	const byteCount = recording.type === 'bytes' ? recording.byteCount : 0;
	let hasBegun = false;
	let takenBytes = 0;

	const parts = async function* () {
		hasBegun = true;
		yield head;
		if (recording.type === 'bytes') {
			try {
				for await (const bytes of recording.open()) {
					takenBytes += bytes.byteLength;
					yield bytes;
				}
			} catch (error) {
				throw unreadable(recording.name, error);
			}
		}

		yield tail;
	};

	return {
		body: pulled(parts()),
		headers: {
			'content-type': `multipart/form-data; boundary=${boundary}`,
			'content-length': String(head.byteLength + byteCount + tail.byteLength),
		},
		takenBytes: () => takenBytes,
		isTakenWhole: () => hasBegun && takenBytes >= byteCount,
	};
};

const fileHead = (recording: Recording, boundary: string): string =>
	recording.type === 'url'
		? ''
		: `\r\n--${boundary}\r\nContent-Disposition: form-data; name="data_file"; filename="${escapeName(recording.name)}"\r\n` +
			'Content-Type: application/octet-stream\r\n\r\n';

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

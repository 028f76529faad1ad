import {once} from 'node:events';
import type {IncomingMessage} from 'node:http';
import {Busboy, type BusboyInstance} from '@fastify/busboy';
import {diskReason, isOutOfSpace} from '../../core/disk-reason.js';
import {bodyChunks} from '../http/body-chunks.js';
import {bodyTooLarge, HttpError, httpError} from '../http/http-error.js';
import type {ServerLimits} from '../server-limits.js';
import type {AudioStore, StoredAudio} from './audio-store.js';

/**
The parts of a multipart request that creates a job.
*/
export type Upload = {
	/**
	The JSON of the `config` part.
	*/
	readonly configText?: string;
	readonly file?: UploadedFile;
};

type UploadLimits = Pick<ServerLimits, 'uploadBytes' | 'configBytes' | 'silentBodyMs'>;

/**
An uploaded file, with the name that it has at its sender.
*/
type UploadedFile = {readonly name: string; readonly audio: StoredAudio};

/**
Reads a multipart request, its parts in any order. The file goes straight to the disk, so memory stays small.

What is left of the request after a failure is not read here: whoever answers drains it.

@param store - Where the file is put. Nothing is left there if this throws.
@throws {HttpError} 400 for what is not multipart or breaks off, 408 for what does not go on, 413 for what is too large.
*/
export const readUpload = async (
	message: IncomingMessage,
	store: AudioStore,
	limits: UploadLimits,
): Promise<Upload> => {
	if (Number(message.headers['content-length'] ?? 0) > limits.uploadBytes) {
		throw bodyTooLarge();
	}

	const parser = createParser(message, limits);
	const abort = new AbortController();
	const failure = Promise.withResolvers<never>();
	failure.promise.catch(() => {}); // It may come when nobody waits any more.
	parser.on('error', failure.reject);
	let configText: string | undefined;
	let writing: Promise<UploadedFile> | undefined;
	parser.on('field', (name, value, _isNameTruncated, isTruncated) => {
		if (name === 'config' && !isTruncated) {
			configText = value;
		}
	});
	parser.on('file', (_name, part, fileName, _encoding, contentType) => {
		writing = store
			.keep(part, {contentType, signal: abort.signal})
			.then(audio => ({name: fileName ?? '', audio}));
		writing.catch(failure.reject);
	});

	try {
		const finished = once(parser, 'finish');
		finished.catch(failure.reject);
		await Promise.race([pump(message, parser, limits), failure.promise]);
		await Promise.race([finished, failure.promise]);
		const file = await writing;
		return {...(configText !== undefined && {configText}), ...(file && {file})};
	} catch (error) {
		abort.abort();
		await writing?.then(
			async ({audio}) => audio.remove(),
			() => {}, // What was thrown already, or came after it.
		);
		if (error instanceof HttpError) {
			throw error;
		}

		throw isOutOfSpace(error)
			? httpError(507, 'Insufficient Storage', `The upload cannot be kept: ${diskReason(error)}.`)
			: malformed(error);
	}
};

/**
Only these parts are files, whatever their headers say: `curl -F config=@file` gives the configuration a file name.
*/
const createParser = (message: IncomingMessage, {configBytes}: UploadLimits): BusboyInstance => {
	try {
		return new Busboy({
			headers: {...message.headers, 'content-type': message.headers['content-type'] ?? ''},
			isPartAFile: name => name === 'data_file',
			limits: {fieldSize: configBytes, fields: 10, files: 1, parts: 20},
		});
	} catch (error) {
		throw malformed(error);
	}
};

const malformed = (error: unknown): HttpError =>
	httpError(400, 'Malformed request', error instanceof Error ? error.message : String(error));

/**
Hands the body to the parser at its pace. A pipeline would destroy the request on failure, and with it the answer.
*/
const pump = async (
	message: IncomingMessage,
	parser: BusboyInstance,
	{uploadBytes, silentBodyMs}: UploadLimits,
): Promise<void> => {
	let byteCount = 0;
	for await (const chunk of bodyChunks(message, silentBodyMs)) {
		byteCount += chunk.length;
		if (byteCount > uploadBytes) {
			throw bodyTooLarge();
		}

		if (!parser.write(chunk)) {
			await once(parser, 'drain');
		}
	}

	parser.end();
};

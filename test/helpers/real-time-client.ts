import {type ClientOptions, WebSocket} from 'ws';
import {apiKey} from './real-time-server.js';

export type Message = Readonly<Record<string, unknown>> & {readonly message: string};

/**
A client that sends what it is told and keeps what it gets.
*/
export type RawClient = {
	readonly socket: WebSocket;
	readonly send: (message: Readonly<Record<string, unknown>>) => void;
	readonly sendAudio: (...frames: readonly Uint8Array[]) => void;

	/**
	Everything received so far.
	*/
	readonly messages: readonly Message[];

	/**
	The first message that fits, whether it has come or will come. Fails when the socket closes without one.
	*/
	readonly until: (name: string, fits?: (message: Message) => boolean) => Promise<Message>;

	/**
	The close frame.
	*/
	readonly closed: Promise<{readonly code: number; readonly reason: string}>;
};

/**
Opens a socket, with the API key in the header unless the options say otherwise.
*/
export const openRawClient = async (url: string, options: ClientOptions = {}): Promise<RawClient> => {
	const socket = new WebSocket(url, {headers: {authorization: `Bearer ${apiKey}`}, ...options});
	const messages: Message[] = [];
	const checks = new Set<() => void>();
	const checkAll = (): void => {
		for (const check of checks) {
			check();
		}
	};

	socket.on('message', data => {
		messages.push(JSON.parse(String(data)) as Message);
		checkAll();
	});
	const closed = new Promise<{code: number; reason: string}>(resolve => {
		socket.on('close', (code, reason) => {
			resolve({code, reason: reason.toString()});
			checkAll();
		});
	});
	await new Promise((resolve, reject) => {
		socket.on('open', resolve);
		socket.on('error', reject);
	});

	return {
		socket,
		messages,
		closed,
		send(message) {
			socket.send(JSON.stringify(message));
		},
		sendAudio(...frames) {
			for (const frame of frames) {
				socket.send(frame);
			}
		},
		until: async (name, fits = () => true) =>
			new Promise((resolve, reject) => {
				const check = (): void => {
					const found = messages.find(message => message.message === name && fits(message));
					if (found) {
						checks.delete(check);
						resolve(found);
					} else if (socket.readyState === WebSocket.CLOSED) {
						reject(new Error(`The socket closed without ${name}: ${JSON.stringify(messages)}`));
					}
				};

				checks.add(check);
				check();
			}),
	};
};

/**
A StartRecognition message: 16 kHz s16le in English, and these changes to its `transcription_config`.
*/
export const startRecognition = (
	config: Readonly<Record<string, unknown>> = {},
	changes: Readonly<Record<string, unknown>> = {},
): Message => ({
	message: 'StartRecognition',
	audio_format: {type: 'raw', encoding: 'pcm_s16le', sample_rate: 16_000},
	transcription_config: {language: 'en', ...config},
	...changes,
});

/**
A client whose session has started.
*/
export const openSession = async (
	url: string,
	config?: Readonly<Record<string, unknown>>,
	changes?: Readonly<Record<string, unknown>>,
): Promise<RawClient> => {
	const client = await openRawClient(url);
	client.send(startRecognition(config, changes));
	await client.until('RecognitionStarted');
	return client;
};

export const endOfStream = (lastSequenceNumber = 0): Message => ({
	message: 'EndOfStream',
	last_seq_no: lastSequenceNumber,
});

/**
Frames of silence, 16 kHz s16le.
*/
export const silentFrames = (count: number, frameSeconds = 0.1): readonly Uint8Array[] =>
	Array.from({length: count}, () => new Uint8Array(Math.round(frameSeconds * 16_000) * 2));

/**
A session in which that many tenths of a second are heard, from its start to its last message.
*/
export const wholeSession = async (
	url: string,
	tenths: number,
	config?: Readonly<Record<string, unknown>>,
	changes?: Readonly<Record<string, unknown>>,
): Promise<readonly Message[]> => {
	const client = await openSession(url, config, changes);
	client.sendAudio(...silentFrames(tenths));
	client.send(endOfStream(tenths));
	await client.until('EndOfTranscript');
	client.socket.close();
	await client.closed;
	return client.messages;
};

export const names = (messages: readonly Message[]): readonly string[] =>
	messages.map(({message}) => message);

/**
The messages of these names.
*/
export const named = (messages: readonly Message[], ...wanted: readonly string[]): readonly Message[] =>
	messages.filter(({message}) => wanted.includes(message));

type Metadata = {readonly start_time: number; readonly end_time: number; readonly transcript: string};

export const metadata = (message: Message | undefined): Metadata => message?.['metadata'] as Metadata;

/**
The text of all finals together.
*/
export const transcript = (messages: readonly Message[]): string =>
	named(messages, 'AddTranscript')
		.map(message => metadata(message).transcript)
		.join('');

/**
The numbers of the receipts.
*/
export const sequenceNumbers = (messages: readonly Message[]): readonly unknown[] =>
	named(messages, 'AudioAdded').map(({seq_no}) => seq_no);

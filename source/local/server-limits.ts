/**
What the server bears from its clients, each with its reason. It serves one person on one machine: none of these is ever
near for a client that means well.
*/
export type ServerLimits = {
	/**
	Connections at once, real-time sessions among them: those that a paid plan has, fifty, and many times that for
	requests. Further ones are dropped.
	*/
	readonly connections: number;

	/**
	Bytes of a request's first line and headers; a key, a token and an address need less than two thousand.
	*/
	readonly headerBytes: number;

	/**
	How long the headers of a request may take to come. They come in one piece.
	*/
	readonly headersMs: number;

	/**
	How long a whole request may take to come: 1 GB at 15 Mbit a second.
	*/
	readonly requestMs: number;

	/**
	How long nothing may come of a body before the client is taken for gone.
	*/
	readonly silentBodyMs: number;

	/**
	How long nothing may be taken of an answer.
	*/
	readonly unreadAnswerMs: number;

	/**
	Bytes of an upload, unless the server is told otherwise: what the service takes.
	*/
	readonly uploadBytes: number;

	/**
	Bytes of a job's configuration: a thousand entries of vocabulary with everything they may have are less.
	*/
	readonly configBytes: number;

	/**
	Characters of the body that asks for a temporary key; it has three fields.
	*/
	readonly tokenBodyLength: number;

	/**
	Bytes of a WebSocket message: four minutes of 16 kHz s16le in one frame.
	*/
	readonly frameBytes: number;

	/**
	How long StartRecognition may take to come.
	*/
	readonly startMs: number;

	/**
	Bytes of messages that wait because a client does not read: more than those of an hour of partials.
	*/
	readonly unreadBytes: number;

	/**
	How long a client that was refused is waited for to close its side, too.
	*/
	readonly lingerMs: number;
};

export const serverLimits: ServerLimits = {
	connections: 256,
	headerBytes: 16 * 1024,
	headersMs: 10_000,
	requestMs: 600_000,
	silentBodyMs: 30_000,
	unreadAnswerMs: 60_000,
	uploadBytes: 1_000_000_000,
	configBytes: 2_000_000,
	tokenBodyLength: 64_000,
	frameBytes: 8 * 1024 * 1024,
	startMs: 60_000,
	unreadBytes: 32 * 1024 * 1024,
	lingerMs: 1000,
};

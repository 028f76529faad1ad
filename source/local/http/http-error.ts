/**
The body of every refusal of the batch API. `code` repeats the HTTP status.
*/
export type ErrorBody = {
	readonly code: number;
	readonly detail?: string;
	readonly error: string;
};

/**
A refusal of a request, thrown anywhere while it is handled.
*/
export class HttpError extends Error {
	override readonly name = 'HttpError';
	readonly status: number;

	/**
	An object for JSON; a text is a page of HTML, as the proxy before the service answers.
	*/
	readonly body: Readonly<Record<string, unknown>> | string;
	readonly headers: Readonly<Record<string, string>>;

	constructor(
		status: number,
		body: ErrorBody | string | Readonly<Record<string, unknown>>,
		headers: Readonly<Record<string, string>> = {},
	) {
		super(`HTTP ${status}`);
		this.status = status;
		this.body = body;
		this.headers = headers;
	}
}

/**
A refusal in the batch API's form.

@param error - One of the service's own phrases: clients compare them.
@param detail - For people: what is wrong and what to do.
*/
export const httpError = (status: number, error: string, detail?: string): HttpError =>
	new HttpError(status, {code: status, ...(detail !== undefined && {detail}), error});

/**
The configuration of a job cannot be used.
*/
export const jobRejected = (reason: string): HttpError =>
	httpError(400, 'Job rejected', `Job config JSON is invalid. Error: ${reason}`);

/**
The uploaded bytes are not audio.
*/
export const invalidAudio = (reason: string): HttpError =>
	httpError(400, 'Job rejected due to invalid audio', reason);

/**
No such job, or one that this credential may not see.
*/
export const jobNotFound = (): HttpError => httpError(404, 'Job not found');

/**
The job's audio and transcript were deleted.
*/
export const fileExpired = (): HttpError => httpError(410, 'File Expired', 'File deleted from the storage');

/**
A query parameter has a value that it cannot have.
*/
export const badQuery = (name: string, value: string, meaning: string): HttpError =>
	httpError(422, `${name} in query must be ${meaning}: "${value}"`);

/**
The upload is larger than the service takes.
*/
export const bodyTooLarge = (): HttpError =>
	httpError(
		413,
		'Payload Too Large',
		'At most 1 GB can be uploaded. For more, put the file on a server and use fetch_data.',
	);

/**
Nothing of the body has come for too long.
*/
export const bodyTooSlow = (): HttpError =>
	new HttpError(
		408,
		{code: 408, detail: 'The rest of the request did not come.', error: 'Request Timeout'},
		{Connection: 'close'},
	);

/**
An answer of the proxy that stands before the service: it speaks HTML.
*/
export const proxyError = (status: number, title: string): HttpError => {
	const heading = `${status} ${title}`;
	return new HttpError(
		status,
		`<html>\r\n<head><title>${heading}</title></head>\r\n<body>\r\n<center><h1>${heading}</h1></center>\r\n</body>\r\n</html>\r\n`,
	);
};

/**
No key, or one that is not valid here. The service itself answers in HTML, and has announced JSON.
*/
export const unauthorised = (format: 'html' | 'json'): HttpError =>
	format === 'html' ? proxyError(401, 'Authorization Required') : httpError(401, 'Unauthorized');

/**
The same refusal, which says when to come back.
*/
export const withRetryAfter = ({status, body}: HttpError, seconds: number): HttpError =>
	new HttpError(status, body, {'Retry-After': String(seconds)});

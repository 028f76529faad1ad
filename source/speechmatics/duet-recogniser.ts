/**
By which recogniser Duet's local server gets its words, from the version that it gives itself. The service's own versions
name none.

@returns Its id, such as `replay`; several are joined with `+`.
*/
export const recogniserInVersion = (version: unknown): string | undefined =>
	typeof version === 'string' ? / duet-([\w+-]+)$/.exec(version)?.[1] : undefined;

/**
The same of a finished transcript.

@param document - In the format json-v2.
*/
export const recogniserOfTranscript = (document: unknown): string | undefined =>
	recogniserInVersion(
		(document as {metadata?: {orchestrator_version?: unknown} | null} | null | undefined)?.metadata
			?.orchestrator_version,
	);

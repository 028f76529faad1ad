/**
The length of a job's audio as the service counts it, in whole seconds.

@param document - The service's transcript, whatever it is.
@returns Nothing where it does not say.
*/
export const billedLengthSeconds = (document: unknown): number | undefined => {
	const {job} = (document ?? {}) as {readonly job?: {readonly duration?: unknown}};
	return typeof job?.duration === 'number' ? job.duration : undefined;
};

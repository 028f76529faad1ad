/**
The chunks that were sent and not yet acknowledged. The service acknowledges each by its number, in order.
*/
export type UnacknowledgedAudio = {
	readonly count: number;
	sent(endSeconds: number): void;

	/**
	@param sequenceNumber - Counted from 1.
	@returns How far the acknowledged audio reaches, or nothing where this is no news.
	*/
	acknowledged(sequenceNumber: number): number | undefined;
};

/**
Keeps account of one session.
*/
export const createUnacknowledgedAudio = (): UnacknowledgedAudio => {
	const waitingEndSeconds: number[] = [];
	let acknowledgedCount = 0;

	return {
		get count() {
			return waitingEndSeconds.length;
		},

		sent(endSeconds) {
			waitingEndSeconds.push(endSeconds);
		},

		acknowledged(sequenceNumber) {
			const news = waitingEndSeconds.splice(0, sequenceNumber - acknowledgedCount);
			acknowledgedCount += news.length;
			return news.at(-1);
		},
	};
};

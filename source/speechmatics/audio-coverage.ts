/**
Up to where the audio of a run is settled: what is before that is either transcribed or known to be lost.
*/
export type AudioCoverage = {
	/**
	Audio before this instant is transcribed.
	*/
	cover(seconds: number): void;

	/**
	Audio before this instant cannot be sent any more. What of it is not settled is lost.
	*/
	giveUpBefore(seconds: number): void;
};

/**
@param dropped - Told how many seconds are lost.
*/
export const createCoverage = (dropped: (seconds: number) => void): AudioCoverage => {
	let coveredSeconds = 0;
	return {
		cover(seconds) {
			coveredSeconds = Math.max(coveredSeconds, seconds);
		},
		giveUpBefore(seconds) {
			// Places of chunks are sums of seconds, which are not exact.
			if (seconds > coveredSeconds + 0.001) {
				dropped(seconds - coveredSeconds);
				coveredSeconds = seconds;
			}
		},
	};
};

/**
Watches how fast live audio comes.
*/
export type PaceWatch = {
	/**
	@param endSeconds - How far the audio reaches with what arrived last.
	*/
	arrived(endSeconds: number, arrivedMs: number): void;
	ended(): void;
};

/**
More than a recorder and a pipe hold back before they pass it on.
*/
const mostAheadSeconds = 5;

/**
@param onFaster - Called once, when the audio is so far ahead of the clock that nobody can be speaking it.
*/
export const watchPace = (firstArrivedMs: number, onFaster: () => void): PaceWatch => {
	let seconds = 0;
	let aheadSeconds = 0;
	let isFaster = false;
	const compareWith = (limitSeconds: number) => {
		if (!isFaster && aheadSeconds > limitSeconds) {
			isFaster = true;
			onFaster();
		}
	};

	return {
		arrived(endSeconds, arrivedMs) {
			seconds = endSeconds;
			aheadSeconds = endSeconds - (arrivedMs - firstArrivedMs) / 1000;
			compareWith(mostAheadSeconds);
		},
		ended() {
			compareWith(seconds / 2);
		},
	};
};

import {bytesPerSecond} from './audio-source.js';
import {countText, secondsText} from './figures.js';
import type {RealTimeState} from './real-time-state.js';

/**
What is done about a session that has not started, such as `connecting again (2), 3.1 s of audio kept`.
*/
export const connectingText = ({retry, startedMs}: RealTimeState): string => {
	if (!retry) {
		return 'connecting';
	}

	const kept = startedMs === undefined ? '' : `, ${secondsText(retry.keptSeconds * 1000)} of audio kept`;
	return `connecting again (${retry.count})${kept}`;
};

/**
What the connections that were lost have cost so far, in parts to be joined; none where none was lost.
*/
export const lossTexts = ({resumptions, sentAgainBytes, droppedSeconds}: RealTimeState) => ({
	again:
		resumptions.length === 0
			? undefined
			: `${countText(resumptions.length, 'reconnection')}, ${secondsText((sentAgainBytes / bytesPerSecond) * 1000)} of audio sent again`,
	dropped:
		droppedSeconds === 0
			? undefined
			: `${secondsText(droppedSeconds * 1000)} of audio lost, as it was more than is kept`,
});

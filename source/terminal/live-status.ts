import {countText, decibelText, lengthText} from '../core/figures.js';
import type {LiveInputState, Loudness} from '../core/live-input.js';

/**
What a live input is doing, in one line.
*/
export const liveStatus = (state: LiveInputState, {peakDb, rmsDb}: Loudness): string => {
	const name = state.backend === undefined ? state.title : `${state.title} (${state.backend})`;
	const lost = state.droppedFrames ? [`${countText(state.droppedFrames, 'frame')} lost`] : [];
	const level = [`peak ${decibelText(peakDb)}`, `RMS ${decibelText(rmsDb)}`];
	switch (state.phase) {
		case 'listening': {
			return [name, 'waiting for the first sound, nothing is sent before it', ...level].join(' · ');
		}

		case 'on': {
			return [name, lengthText(state.heardSeconds), ...level, ...lost].join(' · ');
		}

		case 'paused': {
			return [name, `paused at ${lengthText(state.heardSeconds)}`, ...level, ...lost].join(' · ');
		}

		case 'lost': {
			return [name, `lost at ${lengthText(state.heardSeconds)}`].join(' · ');
		}

		case 'opening': {
			return [name, 'opening'].join(' · ');
		}

		case 'ended': {
			return [name, `${lengthText(state.recordedSeconds)} recorded`, ...lost].join(' · ');
		}
	}
};

import type {Problem} from '../core/problem.js';
import type {OpenedAudio} from './open-audio.js';

/**
What keys do to the audio of a run.
*/
export type Steering = {
	readonly togglePause: () => void;

	/**
	Opens a lost microphone again, or another in its place.

	@returns Why that cannot be done.
	*/
	readonly reopenInput: (device?: string) => Promise<Problem | undefined>;
};

/**
What keys do to the audio of a run; what they did is told at once.
*/
export const steer = ({pauses, live}: OpenedAudio, tell: () => void): Steering => ({
	togglePause() {
		if (pauses.isPaused()) {
			pauses.resume();
		} else {
			pauses.pause();
		}

		tell();
	},
	async reopenInput(device) {
		const opening = live?.reopen?.(device);
		tell();
		const problem = await opening;
		tell();
		return problem;
	},
});

import type {Recogniser} from '../../../core/recogniser.js';
import type {RecogniserSettings} from '../recognisers.js';
import {createReplayRecogniser} from '../replay.js';
import {loadKnownAudio} from './load-known-audio.js';

/**
Replay, with what it knows read from the assets.

@throws {ProblemError} Of kind `bad-input`, where that cannot be read.
*/
export const openReplay = async ({assetsFolder}: RecogniserSettings): Promise<Recogniser> =>
	createReplayRecogniser(await loadKnownAudio(assetsFolder));

import path from 'node:path';
import {expandHome} from '../audio/find-audio.js';
import type {RunRequest} from '../ui/actions.js';
import type {AudioChoice} from './open-audio.js';
import type {OptionValues} from './options.js';
import {sampleFile} from './sample.js';

/**
The audio that was chosen in the app.

@param folder - The one that Duet was started in.
*/
export const audioChoice = (
	audio: RunRequest['audio'],
	folder: string,
	{device}: Pick<OptionValues, 'device'>,
): AudioChoice => {
	switch (audio.type) {
		case 'sample': {
			return {type: 'file', path: sampleFile};
		}

		case 'file': {
			return {type: 'file', path: path.resolve(folder, expandHome(audio.path))};
		}

		case 'microphone': {
			const wanted = audio.device ?? device;
			return {type: 'microphone', ...(wanted !== undefined && {device: wanted})};
		}
	}
};

import type {Recogniser} from '../../../source/core/recogniser.js';
import {createAutoRecogniser} from '../../../source/local/recognisers/auto.js';
import {describeRecogniser} from '../../helpers/recogniser-kit.js';
import {scriptedRecogniser} from '../../helpers/scripted-recogniser.js';
import {between} from './degrade.js';
import {replay, sample} from './listen.js';

const speech = {samples: between(sample, 0, 20), words: ['good', 'morning', 'meeting', 'budget']};

/**
Knows no audio, and does not even refuse it.
*/
const unknowing = scriptedRecogniser([], {id: 'unknowing', knows: async () => false});

const {knows: _, ...replayOfAll} = replay;
const general: Recogniser = {...replayOfAll, id: 'general'};

describeRecogniser('auto, of speech that is known,', {
	create: () => createAutoRecogniser(replay, scriptedRecogniser([])),
	speech,
});

describeRecogniser('auto, of speech that is not known,', {
	create: () => createAutoRecogniser(unknowing, general),
	speech,
});

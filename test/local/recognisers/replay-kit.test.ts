import {describeRecogniser} from '../../helpers/recogniser-kit.js';
import {between} from './degrade.js';
import {replay, sample} from './listen.js';

describeRecogniser('replay', {
	create: () => replay,
	speech: {samples: between(sample, 0, 20), words: ['good', 'morning', 'meeting', 'budget']},
});

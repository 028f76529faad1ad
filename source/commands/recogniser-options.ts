import {type RecogniserId, recogniserIds} from '../local/recognisers/recognisers.js';
import {anyText, type Option, oneOf} from './option.js';

const path = (help: string, valueName: string, variable: string): Option<string | undefined> => ({
	valueName,
	help,
	environment: [variable],
	isSetting: true,
	fallback: undefined,
	parse: anyText('a path'),
});

const recogniser: Option<'auto' | RecogniserId> = {
	valueName: ['auto', ...recogniserIds].join('|'),
	help: 'local engine: whose words (default: auto, which is replay for audio it knows, else pocketsphinx)',
	environment: ['DUET_RECOGNISER'],
	isSetting: true,
	fallback: 'auto',
	parse: oneOf('auto', ...recogniserIds),
};

/**
The options of the local engine, declared as all the others.
*/
export const recogniserOptions = {
	recogniser,
	'pocketsphinx-library': path(
		'local engine: the library of pocketsphinx, where it is not found by itself',
		'FILE',
		'DUET_POCKETSPHINX_LIBRARY',
	),
	'pocketsphinx-model': path(
		'local engine: the folder of its model, where it is not found by itself',
		'FOLDER',
		'DUET_POCKETSPHINX_MODEL',
	),
} as const;

export const recogniserOptionNames = Object.keys(recogniserOptions) as ReadonlyArray<
	keyof typeof recogniserOptions
>;

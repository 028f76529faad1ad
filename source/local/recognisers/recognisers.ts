import type {Recogniser} from '../../core/recogniser.js';

/**
What recognisers are opened with.
*/
export type RecogniserSettings = {
	/**
	Where the audio lies that replay knows, and what it knows about it.
	*/
	readonly assetsFolder: string;

	/**
	The path of a program that runs in a process of its own.
	*/
	readonly childScript: (name: 'decoder-child') => string;

	/**
	Where the user says that pocketsphinx lies: the file of its library, and the folder of its model.
	*/
	readonly pocketsphinxLibrary?: string;
	readonly pocketsphinxModel?: string;
};

/**
@throws {ProblemError} Of kind `bad-input`, where the recogniser cannot work on this machine: why, and what to do.
*/
type OpenRecogniser = (settings: RecogniserSettings) => Promise<Recogniser>;

/**
All recognisers by their ids, in the order in which they are tried: those that know some audio, then those that
recognise any. To add one, write a file and a line here. None is loaded before it is opened.
*/
const openers = {
	replay: async settings => (await import('./replay/open-replay.js')).openReplay(settings),
	pocketsphinx: async settings =>
		(await import('./pocketsphinx/open-pocketsphinx.js')).openPocketsphinx(settings),
} as const satisfies Readonly<Record<string, OpenRecogniser>>;

export type RecogniserId = keyof typeof openers;

export const recogniserIds = Object.keys(openers) as readonly RecogniserId[];

/**
A recogniser of these settings, by its id.

@throws {ProblemError} Of kind `bad-input`, where it cannot work on this machine: why, and what to do.
*/
export const openRecogniser = async (id: RecogniserId, settings: RecogniserSettings): Promise<Recogniser> =>
	openers[id](settings);

import {type Problem, ProblemError} from '../../core/problem.js';
import type {Recogniser} from '../../core/recogniser.js';
import {createAutoRecogniser} from './auto.js';
import {withAdvice} from './with-advice.js';

/**
A recording that can be heard before it is transcribed.
*/
export type RecordingAtHand = {
	/**
	16 kHz mono, from the start each time it is called.
	*/
	readonly openSamples: () => AsyncIterable<Int16Array>;

	/**
	A code, or `auto` where it is to be found out.
	*/
	readonly language: string;
	readonly signal: AbortSignal;
};

/**
Makes a recogniser.

@throws {ProblemError} Of kind `bad-input`, where it cannot work on this machine: why, and what to do.
*/
export type RecogniserOpener = () => Promise<Recogniser>;

/**
The recogniser for one recording: the first that knows it, or that has words for any speech.

@param openers - In the order in which they are tried. Those behind the one that is chosen are not opened.
@returns Where none knows the language, the first one: the server says which languages there are.
@throws {ProblemError} Of kind `bad-input`, where none that works here has words for the recording: what to do.
*/
export const chooseForRecording = async (
	openers: readonly RecogniserOpener[],
	recording: RecordingAtHand,
): Promise<Recogniser> => {
	const opened: Recogniser[] = [];
	const problems: Problem[] = [];
	for (const open of openers) {
		const {recogniser, problem} = await tryOpening(open);
		if (problem) {
			problems.push(problem);
		} else if (await hasWords(recogniser, recording)) {
			return recogniser;
		} else {
			opened.push(recogniser);
		}
	}

	const listeners = opened.filter(recogniser => speaks(recogniser, recording.language));
	if (opened[0] && listeners.length === 0) {
		return opened[0];
	}

	throw noWords(listeners, problems);
};

/**
The recogniser for whatever will come. Where one that knows some audio and one that has words for any speech both work
here, it is decided anew for each stream and each recording.

@throws {ProblemError} Of kind `bad-input`, where none works here: what to do.
*/
export const chooseForAnyAudio = async (openers: readonly RecogniserOpener[]): Promise<Recogniser> => {
	const results = await Promise.all(openers.map(tryOpening));
	const recognisers = results.flatMap(({recogniser}) => recogniser ?? []);
	const problems = results.flatMap(({problem}) => problem ?? []);
	const known = recognisers.find(({knows}) => knows);
	const general = recognisers.find(({knows}) => !knows);
	if (known && general) {
		return createAutoRecogniser(known, general);
	}

	if (known) {
		return withAdvice(known, stepsBesides(problems.map(({message, nextStep}) => `${message} ${nextStep}`)));
	}

	if (!general) {
		throw noWords([], problems);
	}

	return general;
};

/**
The recogniser for a microphone: one that has words for any speech. What one says into it, nobody knows beforehand.

@throws {ProblemError} Of kind `bad-input`, where none works here: what to do.
*/
export const chooseForSpeech = async (openers: readonly RecogniserOpener[]): Promise<Recogniser> => {
	const results = await Promise.all(openers.map(tryOpening));
	const general = results.find(({recogniser}) => recogniser && !recogniser.knows)?.recogniser;
	if (general) {
		return general;
	}

	const listeners = results.flatMap(({recogniser}) => recogniser ?? []);
	const problems = results.flatMap(({problem}) => problem ?? []);
	throw noWords(listeners, problems);
};

type Opening =
	| {readonly recogniser: Recogniser; readonly problem?: undefined}
	| {readonly recogniser?: undefined; readonly problem: Problem};

const tryOpening = async (open: RecogniserOpener): Promise<Opening> => {
	try {
		return {recogniser: await open()};
	} catch (error) {
		if (error instanceof ProblemError) {
			return {problem: error.problem};
		}

		throw error;
	}
};

const speaks = ({languages}: Recogniser, language: string): boolean =>
	language === 'auto' || Object.hasOwn(languages, language);

/**
@throws The signal's reason, when it is aborted.
*/
const hasWords = async (
	recogniser: Recogniser,
	{openSamples, language, signal}: RecordingAtHand,
): Promise<boolean> => {
	if (!speaks(recogniser, language) || !recogniser.knows) {
		return speaks(recogniser, language);
	}

	const [anyLanguage = language] = Object.keys(recogniser.languages);
	const isKnown = await recogniser.knows(openSamples(), language === 'auto' ? anyLanguage : language, signal);
	signal.throwIfAborted();
	return isKnown;
};

const noWords = (listeners: readonly Recogniser[], problems: readonly Problem[]): ProblemError =>
	new ProblemError({
		kind: 'bad-input',
		message: [
			'No local recogniser has words for this audio.',
			...listeners.map(({id, title}) => `“${id}” ${title}.`),
			...problems.map(({message}) => message),
		].join(' '),
		nextStep: stepsBesides(problems.map(({nextStep}) => nextStep)),
	});

/**
What mends the problems, which may be a command, so that no full stop follows it; and what else can be done about audio
that there are no words for.
*/
const stepsBesides = (steps: readonly string[]): string =>
	[
		...steps.map(step => step.replace(/\.$/, '')),
		'use the cloud with a key (SPEECHMATICS_API_KEY), or try the bundled sample.',
	].join('; or ');

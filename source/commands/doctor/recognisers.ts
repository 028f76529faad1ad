import {sampleRateHz} from '../../core/audio-source.js';
import type {Clock} from '../../core/clock.js';
import {secondsText} from '../../core/figures.js';
import {toProblem} from '../../core/problem.js';
import type {Recogniser} from '../../core/recogniser.js';
import {type RecogniserId, recogniserIds} from '../../local/recognisers/recognisers.js';
import {openLocalRecogniser} from '../local-recogniser.js';
import type {OptionValues} from '../options.js';
import type {Check, CheckContext, CheckLine} from './check.js';
import {isLocalWanted} from './is-local-wanted.js';

/**
Which recognisers of the local engine work here. Each is opened and hears a moment of silence: a library that is there
and cannot be loaded fails only then.
*/
export const recognisers: Check = {
	id: 'recognisers',
	title: 'Recognisers',
	limitMs: 30_000,
	async run(context) {
		const {values} = context;
		const tries = await Promise.all(recogniserIds.map(id => tryRecogniser(id, context)));
		const failed = tries.filter(({nextStep}) => nextStep !== undefined);
		const isWantedBad = failed.some(({id}) => id === values.recogniser) && isLocalWanted(values);
		const failureStatus = isWantedBad ? 'bad' : 'warning';
		return {
			status: failed.length > 0 ? failureStatus : 'good',
			says: [choiceText(values, failed), ...tries.map(({id, text}): CheckLine => [id, text])],
			...(failed.length > 0 && {nextStep: failed.map(({nextStep}) => nextStep).join(' ')}),
		};
	},
};

type Try = {readonly id: RecogniserId; readonly text: string; readonly nextStep?: string};

const tryRecogniser = async (id: RecogniserId, {values, clock, signal}: CheckContext): Promise<Try> => {
	try {
		const recogniser = await openLocalRecogniser({...values, recogniser: id});
		const readyMs = await hearSilence(recogniser, clock, signal);
		return {id, text: `ready in ${secondsText(readyMs)} · ${recogniser.title}`};
	} catch (error) {
		const {message, nextStep} = toProblem(error);
		return {id, text: message, nextStep};
	}
};

const hearSilence = async (recogniser: Recogniser, clock: Clock, signal: AbortSignal): Promise<number> => {
	const startMs = clock.nowMs();
	const [language = 'en'] = Object.keys(recogniser.languages);
	const options = {
		mode: 'real-time',
		language,
		model: 'enhanced',
		diarization: false,
		maxDelaySeconds: 2,
		vocabulary: [],
	} as const;
	for await (const _ of recogniser.recognise(silence(), options, signal)) {
		return clock.nowMs() - startMs; // What comes after the first answer is more of the same.
	}

	throw new Error(`${recogniser.id} gave no answer to audio.`);
};

const silence = async function* () {
	yield new Int16Array(sampleRateHz / 10);
};

const choiceText = ({recogniser}: OptionValues, failed: readonly Try[]): string => {
	if (recogniser !== 'auto') {
		return `${recogniser} is set.`;
	}

	return failed.some(({id}) => id === 'pocketsphinx')
		? 'auto: the sample is played back by replay; there are no words for other audio.'
		: 'auto: the sample is played back by replay, and pocketsphinx recognises other audio.';
};

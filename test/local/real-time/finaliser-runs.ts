import type {Hypothesis} from '../../../source/core/recogniser.js';
import {transcriptText} from '../../../source/core/transcript-text.js';
import type {Word} from '../../../source/core/word.js';
import {
	type FinaliserInput,
	type FinaliserOutput,
	type FinaliserSettings,
	startFinaliser,
	stepFinaliser,
} from '../../../source/local/real-time/finaliser.js';
import {word} from '../../helpers/words.js';

/**
A final as it is to be sent.
*/
type Final = Extract<FinaliserOutput, {type: 'final'}>;

/**
Settings with what matters in a test.
*/
const settingsWith = (settings: Partial<FinaliserSettings> = {}): FinaliserSettings => ({
	maxDelaySeconds: 2,
	maxDelayMode: 'fixed',
	enablePartials: true,
	endOfUtteranceSilenceSeconds: 0,
	...settings,
});

/**
What is to be sent for each of the inputs.
*/
export const run = (
	inputs: readonly FinaliserInput[],
	settings: Partial<FinaliserSettings> = {},
): ReadonlyArray<readonly FinaliserOutput[]> => {
	let state = startFinaliser(settingsWith(settings));
	return inputs.map(input => {
		const step = stepFinaliser(state, input);
		state = step.state;
		return step.output;
	});
};

/**
What has been heard by then.
*/
export const at = (
	audioSeconds: number,
	words: readonly Word[],
	more: Partial<Hypothesis> = {},
): FinaliserInput => ({
	type: 'hypothesis',
	hypothesis: {audioSeconds, words, isSettled: false, ...more},
});

/**
What has been heard by then, where nobody has spoken for a while.
*/
export const silent = (audioSeconds: number, words: readonly Word[], sinceSeconds: number): FinaliserInput =>
	at(audioSeconds, words, {silenceSeconds: audioSeconds - sinceSeconds});

/**
The end of the audio.
*/
export const end: FinaliserInput = {type: 'end'};
/**
The finals alone, in order.
*/
export const finalsOf = (outputs: ReadonlyArray<readonly FinaliserOutput[]>): readonly Final[] =>
	outputs.flat().filter(output => output.type === 'final');

/**
An output in short: `final Ship it 0–0.68`.
*/
export const inShort = (output: FinaliserOutput): string =>
	output.type === 'end-of-utterance'
		? `end ${output.atSeconds}${output.isForced ? ' forced' : ''}`
		: [
				output.type,
				...(output.words.length > 0 ? [transcriptText(output.words)] : []),
				`${output.startSeconds}–${output.endSeconds}`,
				...(output.type === 'final' && output.isForced ? ['forced'] : []),
			].join(' ');

/**
Two words to speak.
*/
export const ship = word('Ship', 0.2, 0.52);
export const it_ = word('it', 0.52, 0.68);

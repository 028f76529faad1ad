import type {Price} from '../../core/cost.js';
import type {RunMode} from '../../core/mode.js';
import type {ModeNeeds} from '../../core/mode-advice.js';
import type {TranscriptionOptions} from '../../core/transcription-options.js';
import {atStart, type Scroll, type ScrollStep, scrolled} from '../scroll.js';

/**
“Which mode should I use?”: the answers so far. The advice follows from them at any moment.
*/
export type AdviceState = {
	/**
	The question that the arrows answer.
	*/
	readonly focus: number;
	readonly needs: ModeNeeds;

	/**
	Of the advice under the questions, and how much of it there is and is visible; the view measures it.
	*/
	readonly scroll: Scroll;
	readonly extent: {readonly rowCount: number; readonly height: number};
};

/**
What the screen sees besides its own state: the model of the settings, and all prices, the user's own last.
*/
export type AdviceScreenState = AdviceState & {
	readonly model: TranscriptionOptions['model'];
	readonly prices: readonly Price[];
};

/**
`mode-picked` belongs to the app, which asks for the audio next.
*/
export type AdviceEvent =
	| {readonly type: 'focus-moved'; readonly by: number}
	| {readonly type: 'answer-moved'; readonly by: number}
	| {readonly type: 'digit-typed'; readonly digit: string}
	| {readonly type: 'digit-deleted'}
	| {readonly type: 'scrolled'; readonly step: ScrollStep}
	| {readonly type: 'measured'; readonly rowCount: number; readonly height: number}
	| {readonly type: 'mode-picked'; readonly mode: RunMode};

/**
A question with its answers, in full and in few words for narrow terminals.
*/
export type Question = {
	readonly title: string;
	readonly shortTitle: string;
	readonly answers: ReadonlyArray<{readonly text: string; readonly needs: Partial<ModeNeeds>}>;
};

/**
The questions with ready answers. The last one, the hours a month, is a number.
*/
export const questions: readonly Question[] = [
	{
		title: 'Is the audio complete?',
		shortTitle: 'Audio',
		answers: [
			{text: 'yes, a recording', needs: {audio: 'recording'}},
			{text: 'no, it is live', needs: {audio: 'live'}},
		],
	},
	{
		title: 'How soon do you need text?',
		shortTitle: 'Text needed',
		answers: [
			{text: 'as it is spoken', needs: {textNeeded: 'as-spoken'}},
			{text: 'in seconds', needs: {textNeeded: 'within-seconds'}},
			{text: 'in minutes', needs: {textNeeded: 'within-minutes'}},
			{text: 'later', needs: {textNeeded: 'later'}},
		],
	},
	{
		title: 'Do you need partials?',
		shortTitle: 'Partials',
		answers: [
			{text: 'no, finals only', needs: {partials: 'not-needed'}},
			{text: 'yes, partials too', needs: {partials: 'needed'}},
		],
	},
];

export const hoursQuestion = {title: 'How many hours a month?', shortTitle: 'Hours a month'};

const questionCount = questions.length + 1;

export const initialAdviceState: AdviceState = {
	focus: 0,
	needs: {audio: 'recording', textNeeded: 'within-minutes', partials: 'not-needed', hoursPerMonth: 100},
	scroll: atStart,
	extent: {rowCount: 0, height: 0},
};

/**
Folds an event. The same state comes back where nothing changed.
*/
export const reduceAdvice = (state: AdviceState, event: AdviceEvent): AdviceState => {
	switch (event.type) {
		case 'focus-moved': {
			return {...state, focus: (state.focus + event.by + questionCount) % questionCount};
		}

		case 'answer-moved': {
			const question = questions[state.focus];
			return question
				? withNeeds(state, movedAnswer(question, state.needs, event.by))
				: withNeeds(state, {hoursPerMonth: steppedHours(state.needs.hoursPerMonth, event.by)});
		}

		case 'digit-typed': {
			const hoursPerMonth = Number(`${state.needs.hoursPerMonth}${event.digit}`);
			return hoursPerMonth > mostHours ? state : withNeeds(state, {hoursPerMonth});
		}

		case 'digit-deleted': {
			return withNeeds(state, {hoursPerMonth: Math.floor(state.needs.hoursPerMonth / 10)});
		}

		case 'scrolled': {
			const {rowCount, height} = state.extent;
			return {...state, scroll: scrolled(state.scroll, event.step, rowCount, height)};
		}

		case 'measured': {
			const {rowCount, height} = event;
			return {...state, extent: {rowCount, height}};
		}

		case 'mode-picked': {
			return state;
		}
	}
};

const withNeeds = (state: AdviceState, needs: Partial<ModeNeeds>): AdviceState => ({
	...state,
	needs: {...state.needs, ...needs},
	scroll: atStart,
});

/**
Which of its answers a question has.
*/
export const answerIndex = ({answers}: Question, needs: ModeNeeds): number =>
	answers.findIndex(answer =>
		Object.entries(answer.needs).every(([name, value]) => needs[name as keyof ModeNeeds] === value),
	);

/**
From the last answer it goes on to the first.
*/
const movedAnswer = (question: Question, needs: ModeNeeds, by: number): Partial<ModeNeeds> => {
	const count = question.answers.length;
	return question.answers[(answerIndex(question, needs) + by + count) % count]?.needs ?? {};
};

const hourSteps = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000];

/**
More than any contract.
*/
const mostHours = 9_999_999;

const steppedHours = (hours: number, by: number): number =>
	(by > 0 ? hourSteps.find(step => step > hours) : hourSteps.findLast(step => step < hours)) ?? hours;

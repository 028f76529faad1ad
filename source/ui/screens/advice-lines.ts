import {usdText} from '../../core/figures.js';
import {adviseMode, monthlyCost} from '../../core/mode-advice.js';
import {type Line, lineWidth, padded, type Span, span, wrappedLines} from '../line.js';
import {emptyLine, ledParagraph} from '../line-parts.js';
import type {Theme} from '../theme.js';
import {type AdviceScreenState, answerIndex, hoursQuestion, questions} from './advice-state.js';

/**
The questions, a row each: with all answers beside each other where there is room, else with the chosen one, and in few
words where there is little.
*/
export const questionLines = (state: AdviceScreenState, columns: number, theme: Theme): readonly Line[] => {
	const variants = [
		{isShort: false, showsAll: true},
		{isShort: false, showsAll: false},
		{isShort: true, showsAll: false},
	].map(variant => linesOf(state, variant, theme));
	return variants.find(lines => lines.every(line => lineWidth(line) <= columns)) ?? variants.at(-1) ?? [];
};

type Variant = {readonly isShort: boolean; readonly showsAll: boolean};

const linesOf = (
	{focus, needs}: AdviceScreenState,
	{isShort, showsAll}: Variant,
	{signs}: Theme,
): readonly Line[] => {
	const rows = [...questions, hoursQuestion];
	const titles = rows.map(({title, shortTitle}) => (isShort ? shortTitle : title));
	const titleColumns = Math.max(...titles.map(title => title.length)) + 2;
	const between = (text: string, isFocused: boolean): readonly Span[] => [
		span(`${signs.partialStart} `, isFocused ? 'accent' : 'quiet'),
		span(text, isFocused ? 'title' : 'plain'),
		span(` ${signs.partialEnd}`, isFocused ? 'accent' : 'quiet'),
	];
	return titles.map((title, index) => {
		const isFocused = index === focus;
		const question = questions[index];
		const lead = [
			span(isFocused ? `${signs.pointer} ` : '  ', 'accent'),
			span(padded(title, titleColumns), isFocused ? 'accent' : 'plain'),
		];
		if (!question) {
			return [...lead, ...between(String(needs.hoursPerMonth), isFocused)];
		}

		const chosen = answerIndex(question, needs);
		return showsAll
			? [
					...lead,
					...question.answers.flatMap(({text}, answer) => [
						span(
							`${answer === chosen ? signs.live : signs.waiting} ${text}   `,
							answer === chosen ? (isFocused ? 'accent' : 'plain') : 'quiet',
						),
					]),
				]
			: [...lead, ...between(question.answers[chosen]?.text ?? '', isFocused)];
	});
};

/**
The advice on these answers, with its reasons and what a month costs.
*/
export const adviceLines = (state: AdviceScreenState, columns: number, theme: Theme): readonly Line[] => {
	const {needs, model, prices} = state;
	const {mode, summary, because} = adviseMode(needs, model, prices);
	const name = mode === 'batch' ? 'Batch' : 'Real-time';
	return [
		...ledParagraph(
			[span(`${theme.signs.done} `, 'good'), span(`${name}  `, 'good')],
			summary,
			columns,
			'title',
		),
		...because.flatMap(reason => ledParagraph([span(`  ${theme.signs.dot} `, 'quiet')], reason, columns)),
		emptyLine,
		...costLines(state, columns),
	];
};

const models = ['standard', 'enhanced'] as const;

const costLines = (
	{needs: {hoursPerMonth}, model, prices}: AdviceScreenState,
	columns: number,
): readonly Line[] => {
	const known = (['batch', 'real-time'] as const).map(mode => ({
		title: mode === 'batch' ? 'Batch' : 'Real-time',
		costs: models.map(each => monthlyCost(hoursPerMonth, mode, each, prices)),
	}));
	const cells = known.map(({costs}) => costs.map(cost => (cost ? usdText(cost.usd) : 'no price')));
	const cellColumns = Math.max(...[...cells.flat(), ...models].map(cell => cell.length)) + 2;
	const row = (title: string, texts: readonly string[]): Line => [
		span(padded(title, 14)),
		...texts.map((text, index) =>
			span(text.padStart(cellColumns), models[index] === model ? 'title' : 'quiet'),
		),
	];
	const dates = known
		.flatMap(({costs}) => costs.map(cost => cost?.price.date))
		.filter(date => date !== undefined && date !== '')
		.toSorted();
	const [first, last] = [dates[0], dates.at(-1)];
	const dated = first === last ? first : `${first} to ${last}`;
	return [
		row('A month costs', models),
		...known.map(({title}, index) => row(`  ${title}`, cells[index] ?? [])),
		...(first === undefined
			? []
			: wrappedLines(`Prices of ${dated}, without discounts. Put your own into the settings.`, columns, {
					style: 'quiet',
				})),
	];
};

import {adviseMode} from '../../core/mode-advice.js';
import type {ScreenKeys} from '../screen.js';
import {type AdviceEvent, type AdviceScreenState, questions} from './advice-state.js';

/**
The keys of “Which mode should I use?”.
*/
export const adviceKeys: ScreenKeys<AdviceScreenState, AdviceEvent> = {
	bindings: [
		{
			keys: ['up', 'down', 'k', 'j', 'tab', 'shift+tab'],
			label: 'question',
			help: 'go from question to question',
			run: ({dispatch}, key) => dispatch({type: 'focus-moved', by: isBack(key) ? -1 : 1}),
		},
		{
			keys: ['left', 'right', 'h', 'l', 'space'],
			label: 'answer',
			help: 'the answer before, the next answer',
			run: ({dispatch}, key) => dispatch({type: 'answer-moved', by: isBack(key) ? -1 : 1}),
		},
		{
			keys: [...Array.from('0123456789'), 'backspace'],
			label: 'hours',
			help: 'type the hours a month',
			isHidden: true,
			disabledReason: ({state}) =>
				state.focus === questions.length ? undefined : 'Numbers answer the last question only.',
			run: ({dispatch}, key) =>
				dispatch(key === 'backspace' ? {type: 'digit-deleted'} : {type: 'digit-typed', digit: key}),
		},
		{
			keys: ['page-up', 'page-down'],
			label: 'scroll',
			help: 'scroll the advice',
			isHidden: true,
			run: ({dispatch}, key) => dispatch({type: 'scrolled', step: {pages: key === 'page-up' ? -1 : 1}}),
		},
		{
			keys: ['enter'],
			label: 'use it',
			help: 'go on with the mode that is advised',
			run: ({state: {needs, model, prices}, dispatch}) =>
				dispatch({type: 'mode-picked', mode: adviseMode(needs, model, prices).mode}),
		},
		{
			keys: ['c'],
			label: 'compare both',
			help: 'see both modes on audio of your own',
			run: ({dispatch}) => dispatch({type: 'mode-picked', mode: 'side-by-side'}),
		},
	],
};

const isBack = (key: string): boolean => ['up', 'k', 'shift+tab', 'left', 'h'].includes(key);

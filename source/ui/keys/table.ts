import type {AppContext, KeyGroup} from '../app-context.js';
import type {KeyBinding} from '../key-binding.js';
import {showsPanes} from './run.js';

const moving = (keys: readonly string[], help: string, by: number): KeyBinding<AppContext> => ({
	keys,
	label: help,
	help,
	isHidden: true,
	run({dispatch}) {
		dispatch({type: 'split', event: {type: 'row-moved', by}});
	},
});

/**
The keys of the comparison table.
*/
export const tableKeys: KeyGroup = {
	title: 'In the comparison',
	holds: state => showsPanes(state) && !state.split.dialog && state.split.focus === 'comparison',
	bindings: [
		{
			keys: ['?', 'enter'],
			label: 'explain row',
			help: 'how the figures of the chosen row are taken',
			run({dispatch}) {
				dispatch({type: 'split', event: {type: 'row-explained'}});
			},
		},
		{...moving(['up', 'k'], 'row above', -1), label: 'row', isHidden: false},
		moving(['down', 'j'], 'row below', 1),
		moving(['home', 'g'], 'first row', -100),
		moving(['end', 'G'], 'last row', 100),
	],
};

import type {SettingsChanges} from '../actions.js';
import type {ScreenContext, ScreenKeys} from '../screen.js';
import {fieldKeys, fieldText, type TextField} from '../text-field.js';
import {type SettingsEvent, type SettingsState, selectedRow} from './settings-state.js';

type Context = ScreenContext<SettingsState, SettingsEvent>;

/**
Holds changes at once, and writes them.
*/
const change = ({dispatch, actions}: Context, changes: SettingsChanges): void => {
	dispatch({type: 'changed', changes});
	if (Object.keys(changes).length > 0) {
		void actions.saveSettings(changes).then(problem => {
			dispatch({type: 'saved', problem});
		});
	}
};

const step = (context: Context, by: number): void => {
	const row = selectedRow(context.state);
	if (row?.kind === 'choice') {
		change(context, row.step(context.state.values, by, context.state.facts));
	}
};

/**
Takes over what was typed, if it can be.
*/
const finishEdit = (context: Context, editing: TextField): void => {
	const row = selectedRow(context.state);
	const changes = row?.kind === 'entry' ? row.parse(fieldText(editing), context.state.values) : {};
	if (typeof changes === 'string') {
		context.dispatch({type: 'refused', reason: changes});
	} else {
		change(context, changes);
	}
};

const isBack = (key: string): boolean => ['up', 'k', 'shift+tab', 'left', 'h'].includes(key);

const fixedReason = ({state}: Context): string | undefined =>
	selectedRow(state)?.kind === 'none' ? 'The microphone comes with a later version.' : undefined;

/**
The keys of the list.
*/
export const settingsKeys: ScreenKeys<SettingsState, SettingsEvent> = {
	holds: ({editing}) => editing === undefined,
	bindings: [
		{
			keys: ['up', 'down', 'k', 'j', 'tab', 'shift+tab'],
			label: 'setting',
			help: 'go from setting to setting',
			run: ({dispatch}, key) => dispatch({type: 'row-moved', by: isBack(key) ? -1 : 1}),
		},
		{
			keys: ['left', 'right', 'h', 'l', 'space'],
			label: 'change',
			help: 'the value before, the next value',
			disabledReason: context =>
				selectedRow(context.state)?.kind === 'entry' ? 'Enter begins to type it.' : fixedReason(context),
			run: (context, key) => step(context, isBack(key) ? -1 : 1),
		},
		{
			keys: ['enter'],
			label: 'edit',
			help: 'type a value; go on to the next value',
			disabledReason: fixedReason,
			run: context => {
				if (selectedRow(context.state)?.kind === 'entry') {
					context.dispatch({type: 'edit-begun'});
				} else {
					step(context, 1);
				}
			},
		},
	],
};

/**
The keys while a setting is typed.
*/
export const settingsFieldKeys: ScreenKeys<SettingsState, SettingsEvent> = {
	holds: ({editing}) => editing !== undefined,
	text: {
		isTyping: ({state}) => state.editing !== undefined,
		type: ({dispatch}, text) => dispatch({type: 'edited', edit: {type: 'insert', text}}),
	},
	bindings: [
		{
			keys: ['enter'],
			label: 'take over',
			help: 'take over what is typed',
			run: context => {
				if (context.state.editing) {
					finishEdit(context, context.state.editing);
				}
			},
		},
		{
			keys: ['esc'],
			label: 'leave as it was',
			help: 'leave the setting as it was',
			run: ({dispatch}) => dispatch({type: 'edit-cancelled'}),
		},
		{
			keys: Object.keys(fieldKeys),
			label: 'edit',
			help: 'left, right, start, end, delete; delete the word, delete all',
			isHidden: true,
			run: ({dispatch}, key) => {
				const edit = fieldKeys[key];
				if (edit) {
					dispatch({type: 'edited', edit});
				}
			},
		},
	],
};

import type {ScreenContext, ScreenKeys} from '../screen.js';
import {editField, type FieldEdit, fieldKeys, fieldText} from '../text-field.js';
import {type AudioRow, audioRows, fieldIndex, requestOf} from './audio-rows.js';
import type {AudioEvent, AudioScreenState} from './audio-state.js';

type Context = ScreenContext<AudioScreenState, AudioEvent>;

const selectedRow = ({state}: Context): AudioRow | undefined => audioRows(state)[state.selected];

/**
Asks what a path may go on with; the answer counts only while the path is still what is typed.
*/
const ask = async ({dispatch, actions}: Context, typed: string, isTakenOver: boolean): Promise<string> => {
	const completion = await actions.completePath(typed);
	dispatch({type: 'completed', completion, isTakenOver});
	return completion.completed;
};

const edit = (context: Context, change: FieldEdit): void => {
	const {state, dispatch} = context;
	const typed = fieldText(editField(state.field, change));
	dispatch({type: 'edited', edit: change});
	if (typed !== fieldText(state.field)) {
		void ask(context, typed, false);
	}
};

/**
Adds all that is certain, then lists what may follow.
*/
const complete = async (context: Context): Promise<void> => {
	const typed = fieldText(context.state.field);
	const completed = await ask(context, typed, true);
	if (completed !== typed) {
		await ask(context, completed, false);
	}
};

const enterFolder = (context: Context, path: string): void => {
	context.dispatch({type: 'path-set', path});
	void ask(context, path, false);
};

const refusal = (context: Context): string | undefined => {
	const row = selectedRow(context);
	const request = requestOf(row, context.state.mode, fieldText(context.state.field));
	if (row?.type === 'folder') {
		return undefined;
	}

	return typeof request === 'string' ? request : context.state.startRefusal;
};

const choose = ({dispatch}: Context, key: string): void => {
	dispatch({type: 'row-moved', by: key === 'up' || key === 'k' ? -1 : 1});
};

/**
Starts with what is chosen, or opens it where it is a folder.
*/
const start = (context: Context): void => {
	const {state, actions} = context;
	const row = selectedRow(context);
	const request = requestOf(row, state.mode, fieldText(state.field));
	if (row?.type === 'folder') {
		enterFolder(context, row.path);
	} else if (typeof request !== 'string') {
		actions.startRun(request);
	}
};

/**
The keys of the list.
*/
export const audioKeys: ScreenKeys<AudioScreenState, AudioEvent> = {
	holds: ({selected}) => selected !== fieldIndex,
	bindings: [
		{
			keys: ['up', 'down', 'k', 'j'],
			label: 'choose',
			help: 'up and down',
			run: choose,
		},
		{
			keys: ['enter'],
			label: 'start',
			help: 'transcribe what is chosen; open a folder',
			disabledReason: refusal,
			run: start,
		},
		{
			keys: ['/', 'tab'],
			label: 'type a path',
			help: 'go to the path field, where known files are also found by their letters',
			run: ({dispatch}) => dispatch({type: 'field-focused'}),
		},
	],
};

/**
The keys while a path is typed.
*/
export const audioFieldKeys: ScreenKeys<AudioScreenState, AudioEvent> = {
	holds: ({selected}) => selected === fieldIndex,
	text: {
		isTyping: ({state}) => state.selected === fieldIndex,
		type: (context, text) => edit(context, {type: 'insert', text}),
	},
	bindings: [
		{
			keys: ['tab'],
			label: 'complete',
			help: 'complete the path',
			run: context => void complete(context),
		},
		{
			keys: ['up', 'down'],
			label: 'choose',
			help: 'to the list, where matches are',
			run: choose,
		},
		{
			keys: ['enter'],
			label: 'start',
			help: 'transcribe the file',
			disabledReason: refusal,
			run: start,
		},
		{
			keys: Object.keys(fieldKeys),
			label: 'edit',
			help: 'left, right, start, end, delete; delete the word, delete all',
			isHidden: true,
			run: (context, key) => {
				const change = fieldKeys[key];
				if (change) {
					edit(context, change);
				}
			},
		},
		{
			keys: ['esc'],
			label: 'empty, back',
			help: 'empty the field; then back to the modes',
			run: context => {
				if (fieldText(context.state.field) === '') {
					context.back();
				} else {
					context.dispatch({type: 'edited', edit: {type: 'clear'}});
				}
			},
		},
	],
};

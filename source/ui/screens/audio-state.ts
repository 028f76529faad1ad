import type {RunMode} from '../../core/mode.js';
import type {Problem} from '../../core/problem.js';
import type {Actions, AudioListing, InputListing, PathCompletion} from '../actions.js';
import {editField, type FieldEdit, fieldOf, fieldText, type TextField} from '../text-field.js';
import {audioRows, fieldIndex, rowKey} from './audio-rows.js';

/**
The audio chooser.
*/
export type AudioState = {
	readonly selected: number;
	readonly field: TextField;

	/**
	Of the text that was in the field when it was asked for.
	*/
	readonly completion: PathCompletion | undefined;
	readonly listing: AudioListing | undefined;

	/**
	The microphones, once they were looked for.
	*/
	readonly inputs: InputListing | undefined;

	/**
	The microphone of the settings, as it is named there.
	*/
	readonly device: string | undefined;
};

/**
What the screen sees besides its own state: the mode that was picked, and why the last choice could not be used.
*/
export type AudioScreenState = AudioState & {
	readonly mode: RunMode;
	readonly problem?: Problem | undefined;

	/**
	Why no run can begin now.
	*/
	readonly startRefusal?: string | undefined;
};

export type AudioEvent =
	| {readonly type: 'listed'; readonly listing: AudioListing}
	| {readonly type: 'inputs-listed'; readonly inputs: InputListing}
	| {readonly type: 'row-moved'; readonly by: number}
	| {readonly type: 'field-focused'}
	| {readonly type: 'edited'; readonly edit: FieldEdit}
	| {readonly type: 'path-set'; readonly path: string}
	| {readonly type: 'completed'; readonly completion: PathCompletion; readonly isTakenOver: boolean};

export const initialAudioState: AudioState = {
	selected: 0,
	field: fieldOf(''),
	completion: undefined,
	listing: undefined,
	inputs: undefined,
	device: undefined,
};

/**
Folds an event. The same state comes back where nothing changed.
*/
export const reduceAudio = (state: AudioState, event: AudioEvent): AudioState => {
	switch (event.type) {
		case 'listed': {
			return withSameRow(state, {...state, listing: event.listing});
		}

		case 'inputs-listed': {
			return withSameRow(state, {...state, inputs: event.inputs});
		}

		case 'row-moved': {
			const count = audioRows(state).length;
			return {...state, selected: (state.selected + event.by + count) % count};
		}

		case 'field-focused': {
			return {...state, selected: fieldIndex};
		}

		case 'edited': {
			return {...state, field: editField(state.field, event.edit), selected: fieldIndex};
		}

		case 'path-set': {
			return {...state, field: fieldOf(event.path), selected: fieldIndex};
		}

		case 'completed': {
			const {completion, isTakenOver} = event;
			if (fieldText(state.field) !== completion.typed) {
				return state; // Something else was typed since it was asked for.
			}

			return isTakenOver && completion.completed !== completion.typed
				? {...state, field: fieldOf(completion.completed)}
				: withinRows({...state, completion});
		}
	}
};

/**
Rows that come late must not push another one under the pointer.
*/
const withSameRow = (before: AudioState, after: AudioState): AudioState => {
	const row = audioRows(before)[before.selected];
	const place = audioRows(after).findIndex(other => row !== undefined && rowKey(other) === rowKey(row));
	return place === -1 ? withinRows(after) : {...after, selected: place};
};

/**
The list may have become shorter than the place of the selected row.
*/
const withinRows = (state: AudioState): AudioState => ({
	...state,
	selected: Math.min(state.selected, audioRows(state).length - 1),
});

/**
Looks for microphones and says which there are.
*/
export const lookForInputs = async (
	{listInputs}: Actions,
	dispatch: (event: AudioEvent) => void,
): Promise<void> => {
	dispatch({type: 'inputs-listed', inputs: await listInputs()});
};

import type {Problem} from '../../core/problem.js';
import type {AudioListing, PathCompletion, RunMode} from '../actions.js';
import {editField, type FieldEdit, fieldOf, fieldText, type TextField} from '../text-field.js';
import {audioRows, fieldIndex} from './audio-rows.js';

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
};

/**
What the screen sees besides its own state: the mode that was picked, and why the last choice could not be used.
*/
export type AudioScreenState = AudioState & {
	readonly mode: RunMode;
	readonly problem?: Problem | undefined;
};

export type AudioEvent =
	| {readonly type: 'listed'; readonly listing: AudioListing}
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
};

/**
Folds an event. The same state comes back where nothing changed.
*/
export const reduceAudio = (state: AudioState, event: AudioEvent): AudioState => {
	switch (event.type) {
		case 'listed': {
			return withinRows({...state, listing: event.listing});
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
The list may have become shorter than the place of the selected row.
*/
const withinRows = (state: AudioState): AudioState => ({
	...state,
	selected: Math.min(state.selected, audioRows(state).length - 1),
});

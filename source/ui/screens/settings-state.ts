import type {Problem} from '../../core/problem.js';
import type {SettingsChanges, SettingsValues} from '../actions.js';
import {editField, type FieldEdit, fieldOf, type TextField} from '../text-field.js';
import type {SettingRow, SettingsFacts} from './setting-row.js';
import {settingRows} from './setting-rows.js';

/**
The settings for the next run, and what is being changed.
*/
export type SettingsState = {
	readonly values: SettingsValues;
	readonly facts: SettingsFacts;
	readonly selected: number;

	/**
	The text of the selected row, while it is typed.
	*/
	readonly editing: TextField | undefined;

	/**
	What came of the last change.
	*/
	readonly outcome: SettingsOutcome | undefined;
};

type SettingsOutcome =
	| {readonly type: 'saved'}
	| {readonly type: 'refused'; readonly reason: string}
	| {readonly type: 'not-saved'; readonly problem: Problem};

export type SettingsEvent =
	| {readonly type: 'row-moved'; readonly by: number}
	| {readonly type: 'edit-begun'}
	| {readonly type: 'edited'; readonly edit: FieldEdit}
	| {readonly type: 'edit-cancelled'}
	| {readonly type: 'refused'; readonly reason: string}
	| {readonly type: 'changed'; readonly changes: SettingsChanges}
	| {readonly type: 'saved'; readonly problem: Problem | undefined};

/**
@param values - As they hold for the next run.
*/
export const initialSettingsState = (values: SettingsValues, facts: SettingsFacts): SettingsState => ({
	values,
	facts,
	selected: 0,
	editing: undefined,
	outcome: undefined,
});

/**
Folds an event. The same state comes back where nothing changed.
*/
export const reduceSettings = (state: SettingsState, event: SettingsEvent): SettingsState => {
	switch (event.type) {
		case 'row-moved': {
			const count = settingRows.length;
			return {...state, selected: (state.selected + event.by + count) % count, outcome: undefined};
		}

		case 'edit-begun': {
			const row = selectedRow(state);
			return row?.kind === 'entry'
				? {...state, editing: fieldOf(row.edited(state.values)), outcome: undefined}
				: state;
		}

		case 'edited': {
			return state.editing
				? {...state, editing: editField(state.editing, event.edit), outcome: undefined}
				: state;
		}

		case 'edit-cancelled': {
			return {...state, editing: undefined, outcome: undefined};
		}

		case 'refused': {
			return {...state, outcome: {type: 'refused', reason: event.reason}};
		}

		case 'changed': {
			const {apiKey, ...values} = event.changes;
			return {
				...state,
				values: {...state.values, ...values},
				facts: apiKey === undefined ? state.facts : {...state.facts, keyEnding: apiKey.slice(-4)},
				editing: undefined,
				outcome: undefined,
			};
		}

		case 'saved': {
			return {
				...state,
				outcome: event.problem ? {type: 'not-saved', problem: event.problem} : {type: 'saved'},
			};
		}
	}
};

/**
The row that the keys change.
*/
export const selectedRow = ({selected}: SettingsState): SettingRow | undefined => settingRows[selected];

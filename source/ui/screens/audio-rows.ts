import type {RunMode} from '../../core/mode.js';
import type {RunRequest} from '../actions.js';
import {fieldText} from '../text-field.js';
import type {AudioState} from './audio-state.js';

/**
What the audio can be chosen from: three that are always there, then other microphones than the usual one, and files.
*/
export type AudioRow =
	| {readonly type: 'sample'}
	| {readonly type: 'microphone'}
	| {readonly type: 'input'; readonly id: string; readonly name: string; readonly group: 'inputs'}
	| {readonly type: 'field'}
	| {readonly type: 'folder'; readonly path: string; readonly group: 'matches'}
	| {
			readonly type: 'file';
			readonly path: string;
			readonly byteCount?: number;
			readonly group: 'matches' | 'recent' | 'nearby';
	  };

/**
Where the field stands in {@link audioRows}.
*/
export const fieldIndex = 2;

/**
The rows in order. While a path is typed: what it may go on with, and the known files that have these letters; else all
known files.
*/
export const audioRows = (state: AudioState): readonly AudioRow[] => {
	const typed = fieldText(state.field);
	const known = knownFiles(state).filter(({path}) => hasLetters(path, typed));
	const matches = matchRows(state, typed);
	const isMatch = new Set(matches.map(({path}) => path));
	return [
		{type: 'sample'},
		{type: 'microphone'},
		{type: 'field'},
		...(typed === '' ? otherInputs(state) : []),
		...matches,
		...known.filter(({path}) => !isMatch.has(path)),
	];
};

/**
Tells rows of two lists apart that are the same row.
*/
export const rowKey = (row: AudioRow): string =>
	[row.type, 'id' in row ? row.id : '', 'path' in row ? row.path : ''].join(' ');

/**
All but the one that the row of the microphone stands for.
*/
const otherInputs = ({
	inputs,
	device,
}: AudioState): ReadonlyArray<Extract<AudioRow, {readonly type: 'input'}>> =>
	inputs?.type === 'found'
		? inputs.inputs
				.filter(({id, name, isDefault}) =>
					device === undefined ? !isDefault : device !== id && device !== name,
				)
				.map(({id, name}) => ({type: 'input', id, name, group: 'inputs'}))
		: [];

const matchRows = (
	{completion}: AudioState,
	typed: string,
): ReadonlyArray<AudioRow & {readonly path: string}> => {
	if (typed === '' || completion?.typed !== typed) {
		return [];
	}

	const folder = typed.slice(0, typed.lastIndexOf('/') + 1);
	return completion.candidates
		.filter(name => folder + name !== typed)
		.map(name => ({
			type: name.endsWith('/') ? 'folder' : 'file',
			path: folder + name,
			group: 'matches',
		}));
};

const knownFiles = ({listing}: AudioState): ReadonlyArray<Extract<AudioRow, {readonly type: 'file'}>> =>
	listing === undefined
		? []
		: (['recent', 'nearby'] as const)
				.flatMap(group => listing[group].map(entry => ({...entry, type: 'file' as const, group})))
				.filter(
					({path}, index, all) => all.findIndex(other => other.path === path) === index, // Used last and nearby.
				);

/**
Whether a path has the typed letters, in any case.
*/
const hasLetters = (path: string, typed: string): boolean => path.toLowerCase().includes(typed.toLowerCase());

/**
The run that a row asks for.

@returns In words why it asks for none.
*/
export const requestOf = (row: AudioRow | undefined, mode: RunMode, typed: string): RunRequest | string => {
	switch (row?.type) {
		case 'sample': {
			return {mode, audio: {type: 'sample'}};
		}

		case 'file': {
			return {mode, audio: {type: 'file', path: row.path}};
		}

		case 'field': {
			if (typed.trim() === '') {
				return 'Type the path of an audio file first; tab completes it.';
			}

			return typed.endsWith('/')
				? 'That is a folder: choose a file in it.'
				: {mode, audio: {type: 'file', path: typed}};
		}

		case 'microphone': {
			return {mode, audio: {type: 'microphone'}};
		}

		case 'input': {
			return {mode, audio: {type: 'microphone', device: row.id}};
		}

		default: {
			return 'That is a folder: choose a file in it.';
		}
	}
};

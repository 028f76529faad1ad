import {readFile} from 'node:fs/promises';
import {ProblemError} from '../core/problem.js';
import type {VocabularyEntry} from '../core/transcription-options.js';

/**
The most words that the service takes.
*/
const maximumEntries = 1000;

/**
Reads words to know from a file: one a line, with what it sounds like after a colon (`gnocchi: nyohki, nokey`), or the
API's own JSON list of texts and `{content, sounds_like}`. Empty lines and lines that begin with # are passed over.

@throws {ProblemError} Of kind `bad-input`, where the file cannot be read or holds something else.
*/
export const readVocabulary = async (file: string): Promise<readonly VocabularyEntry[]> => {
	let text: string;
	try {
		text = await readFile(file, 'utf8');
	} catch (error) {
		throw unusable(file, `it cannot be read (${(error as NodeJS.ErrnoException).code})`);
	}

	const entries = /^\s*\[/.test(text) ? fromJson(file, text) : fromLines(text);
	if (entries.length > maximumEntries) {
		throw unusable(file, `it has ${entries.length} words, and the service takes ${maximumEntries}`);
	}

	return entries;
};

const fromLines = (text: string): readonly VocabularyEntry[] =>
	text
		.split('\n')
		.map(line => line.trim())
		.filter(line => line !== '' && !line.startsWith('#'))
		.map(line => {
			const [content = '', sounds] = line.split(/:(.*)/s).map(part => part.trim());
			return sounds ? {content, soundsLike: sounds.split(',').map(sound => sound.trim())} : {content};
		});

const fromJson = (file: string, text: string): readonly VocabularyEntry[] => {
	let list: unknown;
	try {
		list = JSON.parse(text);
	} catch {
		throw unusable(file, 'it begins like JSON and is none');
	}

	return (list as readonly unknown[]).map(item => {
		const {content, sounds_like: soundsLike} =
			typeof item === 'string'
				? {content: item}
				: ((item ?? {}) as {content?: unknown; sounds_like?: unknown});
		const isList = Array.isArray(soundsLike) && soundsLike.every(sound => typeof sound === 'string');
		if (typeof content !== 'string' || !(soundsLike === undefined || isList)) {
			throw unusable(file, 'an item is neither a text nor {"content": …, "sounds_like": […]}');
		}

		return isList ? {content, soundsLike} : {content};
	});
};

const unusable = (file: string, reason: string): ProblemError =>
	new ProblemError({
		kind: 'bad-input',
		message: `The vocabulary ${file} cannot be used: ${reason}.`,
		nextStep: 'Give a text file with a word a line, or a JSON list as the API takes it.',
	});

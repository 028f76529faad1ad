import {createHash} from 'node:crypto';
import type {Word} from '../../core/word.js';
import type {SpeakerIdentifiers} from './messages.js';

/**
Who has spoken in a session.
*/
export type SpeakerRoster = {
	readonly hear: (words: readonly Word[]) => void;
	readonly list: () => readonly SpeakerIdentifiers[];
};

/**
An empty roster. Its identifiers look like the service's and say nothing about a voice.

@param sessionId - The same label in another session is somebody else.
*/
export const createSpeakerRoster = (sessionId: string): SpeakerRoster => {
	const labels = new Set<string>();
	return {
		hear(words) {
			for (const {speaker} of words) {
				if (speaker !== undefined && speaker !== 'UU') {
					labels.add(speaker);
				}
			}
		},
		list: () =>
			Array.from(labels, label => ({
				label,
				speaker_identifiers: [createHash('sha256').update(`${sessionId} ${label}`).digest('base64')],
			})),
	};
};

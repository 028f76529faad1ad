import type {RunEvent} from '../../core/run-state.js';
import {packWord} from './packed-word.js';

/**
An event as a line of a journal: as it is, but for packed words. Finals have a short name of their own, since there are many.
*/
export const eventLine = ({mode, event, receivedMs}: RunEvent): string => {
	if (event.type === 'final') {
		const {type, words, startSeconds, endSeconds, ...more} = event;
		if (Object.keys(more).length === 0) {
			return line({final: words.map(packWord), from: startSeconds, to: endSeconds, at: receivedMs});
		}
	}

	const packed = 'words' in event ? {...event, words: event.words.map(packWord)} : event;
	return line({mode, receivedMs, event: packed});
};

/**
An object as a line.
*/
export const line = (content: Readonly<Record<string, unknown>>): string => `${JSON.stringify(content)}\n`;

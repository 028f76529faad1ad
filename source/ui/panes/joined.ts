import {wrapWords} from '../../core/wrap-words.js';
import {type Line, lineWidth, type Span, span} from '../line.js';
import {textWidth} from '../text-width.js';

/**
Parts that belong together, with a separator between them. Where one line is too short it is broken between parts.
*/
export const joined = (parts: readonly Span[], columns: number, separator: string): readonly Line[] => {
	const lines: Span[][] = [];
	const between = ` ${separator} `;
	for (const part of parts) {
		const last = lines.at(-1);
		if (last && lineWidth(last) + textWidth(between) + textWidth(part.text) <= columns) {
			last.push(span(between, 'quiet'), part);
		} else {
			const rows = wrapWords(part.text, Math.max(1, columns), textWidth);
			lines.push(...rows.map(text => [{...part, text}]));
		}
	}

	return lines;
};

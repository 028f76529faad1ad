/**
A value as indented JSON that a terminal can be given, ending in a newline. JSON may hold control characters of eight bits and
direction overrides as they are, but a terminal obeys them. As escapes they mean the same to a parser.
*/
export const jsonText = (value: unknown): string =>
	`${JSON.stringify(value, undefined, 2).replace(
		/[\u{7F}-\u{9F}\u{2028}-\u{202E}\u{2066}-\u{2069}]/gv,
		character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	)}\n`;

/**
A value as JSON for programs that is also safe to show: control characters of eight bits and what turns text around may stand
in JSON as they are, but a terminal obeys them. As escapes they mean the same to a parser.

@returns Indented, with a line feed at the end.
*/
export const jsonText = (value: unknown): string =>
	`${JSON.stringify(value, undefined, 2).replace(
		/[\u{7F}-\u{9F}\u{2028}-\u{202E}\u{2066}-\u{2069}]/gv,
		character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	)}\n`;

/**
What a text has that could steer a terminal, hide text or turn it around: control characters but for the line feed, and
the characters that change the direction of text.
*/
export const escapes = (text: string): readonly string[] =>
	text
		.matchAll(/[\p{Cc}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu)
		.map(([character]) => character)
		.filter(character => character !== '\n')
		.map(character => `U+${(character.codePointAt(0) ?? 0).toString(16)} in ${JSON.stringify(text)}`)
		.toArray();

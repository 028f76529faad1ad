/**
Text from outside, safe to show to a person: what could move the cursor, change colours, reorder or hide other text
becomes visible symbols. For everything that a terminal, a caption file or a page shows and that Duet did not write
itself: transcripts, file names, messages of servers. Files for programs (JSON) keep the text as it is.

- Control characters are shown as their pictures, such as ␛ for escape; those without a picture by their code, such as
  [U+009B].
- Tabs and line breaks become a space, because what is shown is always a piece of a line.
- Bidirectional embeddings, overrides and isolates, and characters without width are shown by their code. The joiners
  that Persian, Indic scripts and emoji are written with, and the direction marks of Arabic and Hebrew, stay.
- Halves of surrogate pairs become �.

Nothing changes when it is done twice.
*/
export const sanitise = (text: string): string =>
	text
		.toWellFormed()
		.replace(/\r\n|[\t\n\r]/gv, ' ')
		.replace(/\p{Cc}/gv, character => pictureOf(codeOf(character)) ?? shownCode(character))
		.replace(hidden, shownCode);

/**
Format characters, line and paragraph separators and fillers, without those that Arabic, Hebrew, Persian, Indic scripts
and emoji need.
*/
const hidden =
	/[[\p{Cf}\p{Zl}\p{Zp}\u{115F}\u{1160}\u{3164}\u{FFA0}]--[\u{200C}-\u{200F}\u{61C}\u{600}-\u{605}\u{6DD}\u{8E2}]]/gv;

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;

const shownCode = (character: string): string =>
	`[U+${codeOf(character).toString(16).toUpperCase().padStart(4, '0')}]`;

/**
The Unicode block "Control Pictures" has those of ASCII in the order of the characters they stand for, but for delete.
*/
const pictureOf = (code: number): string | undefined => {
	if (code < 0x20) {
		return String.fromCodePoint(0x2400 + code);
	}

	return code === 0x7f ? '\u{2421}' : undefined;
};

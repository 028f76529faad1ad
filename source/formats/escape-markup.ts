/**
Text as it must be written in HTML, within attributes too, and in the cues of WebVTT.
*/
export const escapeMarkup = (text: string): string =>
	text.replace(/[&<>"']/gv, character => `&${entities[character] ?? ''};`);

const entities: Readonly<Record<string, string>> = {
	'&': 'amp',
	'<': 'lt',
	'>': 'gt',
	'"': 'quot',
	"'": '#39',
};

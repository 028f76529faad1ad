/**
What the user should know about a recogniser of Duet's own, so that nobody takes a replay for recognition.
*/
export const recogniserNote = (recogniser: string): string =>
	notes[recogniser] ?? `The words come from the local recogniser “${recogniser}”.`;

const replayed = 'known words played again, not recognition';
const recognised =
	'real recognition on this machine, weaker than the service’s; its only punctuation is a full stop where an utterance ends';

const notes: Readonly<Record<string, string>> = {
	replay: `The words come from “replay”: ${replayed}.`,
	pocketsphinx: `The words come from “pocketsphinx”: ${recognised}.`,
	auto: `The words of the bundled sample come from “replay”: ${replayed}. All others come from “pocketsphinx”: ${recognised}.`,
};

type Row = {readonly pattern: RegExp; readonly nextStep: string};

/**
Patterns in the order in which they count.
*/
const rows: readonly Row[] = [
	{
		pattern: /fetch/i,
		nextStep: 'Check that the URL opens without a login from anywhere, or download the file and upload it.',
	},
	{
		pattern: /language|speech/i,
		nextStep:
			'Name the language with --language, as a code such as en, de or es, and check that the speech is clear.',
	},
	{
		pattern: /audio|codec|format|decod/i,
		nextStep: 'Check that the file plays; wav, mp3, aac, ogg, m4a, mp4, flac and amr are accepted.',
	},
];

/**
The reasons of Duet's own local server, which know better what to do than could be said from outside.
*/
const localRows: readonly Row[] = [
	{pattern: /replay recogniser/, nextStep: 'Do what the reason says.'},
	{
		pattern: /is not known here, only/,
		nextStep: 'Choose such a language with --language; the cloud, with a key, knows many more.',
	},
];

/**
Advice for a reason of the local server.

@returns Nothing for any other reason.
*/
export const adviceInReason = (reason: string | undefined): string | undefined =>
	reason === undefined ? undefined : localRows.find(({pattern}) => pattern.test(reason))?.nextStep;

/**
What usually mends a refused recording, by the words in the server's reason.

@returns Nothing where the reason tells nothing.
*/
export const mendingAdvice = (reason: string): string | undefined =>
	adviceInReason(reason) ?? rows.find(({pattern}) => pattern.test(reason))?.nextStep;

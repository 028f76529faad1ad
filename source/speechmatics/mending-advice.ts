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
What usually mends a refused recording, by the words in the server's reason.

@returns Nothing where the reason tells nothing.
*/
export const mendingAdvice = (reason: string): string | undefined =>
	rows.find(({pattern}) => pattern.test(reason))?.nextStep;

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
The reasons of Duet's own local server, which tell what to do by themselves.
*/
const localReason = /replay recogniser|is not known here, only/;

/**
Advice for a reason that holds better advice than could be given from outside.

@returns Nothing where it holds none.
*/
export const adviceInReason = (reason: string | undefined): string | undefined =>
	reason !== undefined && localReason.test(reason) ? 'Do what the reason says.' : undefined;

/**
What usually mends a refused recording, by the words in the server's reason.

@returns Nothing where the reason tells nothing.
*/
export const mendingAdvice = (reason: string): string | undefined =>
	adviceInReason(reason) ?? rows.find(({pattern}) => pattern.test(reason))?.nextStep;

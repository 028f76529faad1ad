/**
A word that the screens use, and what it means here.
*/
export type Term = {readonly title: string; readonly help: string};

/**
What has to be known to read the figures.
*/
export const terms: readonly Term[] = [
	{
		title: 'Partial, final',
		help: 'A partial shows words at once and may still change. A final never changes again and takes the place of the partial. Real-time has both, batch only finals.',
	},
	{
		title: 'Max delay',
		help: 'How long real-time may wait after a word before it must be final. Waiting longer makes finals more accurate; partials are as quick either way.',
	},
	{
		title: 'What is held equal',
		help: 'Both modes get the same bytes, decoded once to 16 kHz mono, with the same settings. One clock stamps everything in one place. Connecting is shown apart and is in no latency.',
	},
	{
		title: 'Median and p95',
		help: 'Half of the words were quicker than the median, 95 of 100 quicker than the p95. Under 20 words there is no p95.',
	},
	{
		title: 'Engine',
		help: 'cloud and its region, your own server, or local. The local engine names its recogniser: replay plays back words that are known, pocketsphinx recognises on this machine. Neither says how good the service is.',
	},
];

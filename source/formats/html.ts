import type {Format} from '../core/format.js';
import {sanitise} from '../core/sanitise.js';
import {transcriptText} from '../core/transcript-text.js';
import {escapeMarkup} from './escape-markup.js';
import {type Paragraph, paragraphs} from './paragraphs.js';
import {readableTime} from './times.js';
import {shownWords} from './transcript-words.js';

/**
A page that needs nothing else: it loads and runs nothing, reads well on a phone and on paper, light and dark.
*/
export const html: Format = {
	id: 'html',
	title: 'web page',
	extension: 'html',
	render: transcript => {
		const title = escapeMarkup(sanitise(transcript.title));
		const facts = [
			`Speechmatics ${transcript.mode}`,
			`language ${transcript.language}`,
			`engine ${transcript.engine}`,
		];
		const parts = paragraphs(shownWords(transcript)).map(part => section(part, transcript.wordDelimiter));
		return `<!doctype html>
<html lang="${escapeMarkup(transcript.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>
${style}
</style>
</head>
<body>
<main>
<h1 dir="auto">${title}</h1>
<p class="facts">${facts.map(fact => escapeMarkup(sanitise(fact))).join(' · ')}</p>
${parts.join('\n')}
</main>
</body>
</html>
`;
	},
};

const section = ({speaker, channel, startSeconds, words}: Paragraph, wordDelimiter: string): string => {
	const names = [channel, speaker].filter(name => name !== undefined);
	const label = names.map(name => `<b>${escapeMarkup(name)}</b> `).join('');
	const time = `<time datetime="PT${startSeconds.toFixed(2)}S">${readableTime(startSeconds)}</time>`;
	return `<section>
<p class="from">${label}${time}</p>
<p dir="auto">${escapeMarkup(transcriptText(words, wordDelimiter))}</p>
</section>`;
};

const style = `:root { color-scheme: light dark; --quiet: light-dark(#5a6270, #9aa3b2); }
body { margin: 0; background: light-dark(#fff, #16181d); color: light-dark(#1b1e24, #e6e8ec); font: 1.0625rem/1.6 system-ui, sans-serif; }
main { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
p { margin: 0; overflow-wrap: anywhere; }
section { margin-top: 1.5rem; break-inside: avoid; }
.facts, .from { color: var(--quiet); font-size: 0.875rem; }
.from b { color: light-dark(#1b1e24, #e6e8ec); }
time { font-variant-numeric: tabular-nums; }`;

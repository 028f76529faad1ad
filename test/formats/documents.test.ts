import {describe, expect, it} from 'vitest';
import {html} from '../../source/formats/html.js';
import {markdown} from '../../source/formats/markdown.js';
import {paragraphs} from '../../source/formats/paragraphs.js';
import {finishedTranscript} from '../helpers/transcripts.js';
import {mark, word} from '../helpers/words.js';

const dialogue = finishedTranscript([
	word('Ship', 0.2, 0.5, 'S1'),
	word('it', 0.5, 0.8, 'S1'),
	mark('.', 0.8, 'previous', 'S1'),
	word('Why', 75, 76, 'S2'),
	mark('?', 76, 'previous', 'S2'),
]);

describe('markdown', () => {
	it('has a title, how it was made, and a paragraph a turn with its time', () => {
		expect(markdown.render(dialogue)).toBe(`# meeting.wav

Speechmatics batch · language en · engine local (replay)

**S1 · 0:00**

Ship it.

**S2 · 1:15**

Why?
`);
	});
});

describe('html', () => {
	const page = html.render(dialogue);

	it('names the language, the title, the speakers and the times', () => {
		expect(page).toContain('<html lang="en">');
		expect(page).toContain('<title>meeting.wav</title>');
		expect(page).toContain('<b>S2</b> <time datetime="PT75.00S">1:15</time>');
		expect(page).toContain('<p dir="auto">Ship it.</p>');
	});

	it('needs nothing else and may run nothing', () => {
		expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
		expect(page).not.toMatch(/https?:|src="|href="|<script|<link/);
	});

	it('is made for light and dark', () => {
		expect(page).toContain('color-scheme: light dark');
	});
});

describe('paragraphs', () => {
	const sentence = (fromSeconds: number, wordCount: number) => [
		...Array.from({length: wordCount}, (_, index) =>
			word('word', fromSeconds + index, fromSeconds + index + 1),
		),
		mark('.', fromSeconds + wordCount),
	];
	const lengths = (words: Parameters<typeof paragraphs>[0]) =>
		paragraphs(words).map(part => part.words.length);

	it('keep sentences together', () => {
		expect(lengths([...sentence(0, 10), ...sentence(10, 10)])).toEqual([22]);
	});

	it('start after a sentence that ends in two seconds of silence', () => {
		expect(lengths([...sentence(0, 10), ...sentence(12, 10)])).toEqual([11, 11]);
	});

	it('start after the sentence that made one longer than 80 words', () => {
		expect(lengths([...sentence(0, 70), ...sentence(70, 70), ...sentence(140, 70)])).toEqual([142, 71]);
	});
});

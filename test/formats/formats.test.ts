import {describe, expect, it} from 'vitest';
import {findFormat, formats} from '../../source/formats/formats.js';
import {finishedTranscript} from '../helpers/transcripts.js';
import {mark, word} from '../helpers/words.js';

const hostile = finishedTranscript(
	[
		word('<script>alert(1)</script>', 0, 1, '"S1"><b>'),
		word('\u{1B}[2J\u{9B}31m', 1, 2, '"S1"><b>'),
		word('a\n\n00:00:00.000 --> 00:00:09.000', 2, 3, '"S1"><b>'),
		word('\u{202E}evil', 3, 4, '"S1"><b>'),
		mark('.', 4),
	],
	{title: '</title>\u{1B}c', engine: '<i>'},
);

describe.each(formats)('$id', format => {
	it('ends in a line break', () => {
		expect(format.render(finishedTranscript([word('Hello', 0, 1), mark('.', 1)]))).toMatch(/[^\n]\n$/);
	});

	it('holds the words', () => {
		const rendered = format.render(finishedTranscript([word('Hello', 0, 1), word('there', 1, 2)]));
		expect(rendered).toContain('Hello');
		expect(rendered).toContain('there');
	});

	it('never holds a character that a terminal obeys', () => {
		expect(format.render(hostile)).not.toMatch(/[^\P{Cc}\n]|[\u{202A}-\u{202E}\u{2066}-\u{2069}]/u);
	});

	it('renders a transcript without words', () => {
		expect(() => format.render(finishedTranscript([]))).not.toThrow();
	});
});

describe('findFormat', () => {
	it('finds each by its name', () => {
		expect(formats.map(({id}) => findFormat(id).id)).toEqual(['txt', 'srt', 'vtt', 'json', 'md', 'html']);
	});

	it('says which there are', () => {
		expect(() => findFormat('docx')).toThrow(
			expect.objectContaining({
				problem: expect.objectContaining({nextStep: 'Use one of txt, srt, vtt, json, md, html.'}),
			}),
		);
	});
});

describe('what is shown of hostile text', () => {
	it('is text in a page, not markup', () => {
		const page = findFormat('html').render(hostile);
		expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
		expect(page).toContain('<title>&lt;/title&gt;␛c</title>');
		expect(page).not.toMatch(/<script|<i>|<b>"|<b><b>/);
	});

	it('is text in Markdown, not markup', () => {
		const rendered = findFormat('md').render(
			finishedTranscript([word('1.', 0, 1), word('*a*', 1, 2), word('[b](c)', 2, 3), word('&lt;', 3, 4)]),
		);
		expect(rendered).toContain('1\\. \\*a\\* \\[b\\](c) \\&lt;');
	});
});

import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {captionCues} from '../../source/core/caption-lines.js';
import {srt} from '../../source/formats/srt.js';
import {vtt} from '../../source/formats/vtt.js';
import {parseSrt, parseVtt} from '../helpers/captions.js';
import {spokenWords} from '../helpers/spoken-words.js';
import {finishedTranscript} from '../helpers/transcripts.js';
import {mark, word} from '../helpers/words.js';

const dialogue = finishedTranscript([
	word('Ship', 0.2, 0.5, 'S1'),
	word('it', 0.52, 1.3, 'S1'),
	mark('.', 1.3, 'previous', 'S1'),
	word('R&D', 3661.5, 3663, 'S2'),
	word('agrees', 3663, 3664.25, 'S2'),
	mark('.', 3664.25, 'previous', 'S2'),
]);

describe('srt', () => {
	it('numbers cues and writes times with a comma', () => {
		expect(srt.render(dialogue)).toBe(`1
00:00:00,200 --> 00:00:01,300
Ship it.

2
01:01:01,500 --> 01:01:04,250
R&D agrees.
`);
	});

	it('is empty without words', () => {
		expect(srt.render(finishedTranscript([]))).toBe('');
	});

	it('lets no text end a cue or start one', () => {
		const rendered = srt.render(finishedTranscript([word('a\n\n2\n00:00:05,000 --> 00:00:06,000', 0, 2)]));
		const cues = parseSrt(rendered);
		expect(cues).toHaveLength(1);
		expect(cues[0]?.lines.join(' ')).not.toContain('-->');
	});
});

describe('vtt', () => {
	it('has its header, times with a point, voices and escapes', () => {
		expect(vtt.render(dialogue)).toBe(`WEBVTT

00:00:00.200 --> 00:00:01.300
<v S1>Ship it.

01:01:01.500 --> 01:01:04.250
<v S2>R&amp;D agrees.
`);
	});

	it('is a header alone without words', () => {
		expect(vtt.render(finishedTranscript([]))).toBe('WEBVTT\n');
	});
});

describe('captions of any transcript', () => {
	it('read back as the cues they were made from', () => {
		fc.assert(
			fc.property(spokenWords, words => {
				const transcript = finishedTranscript(words);
				const cues = captionCues(words).map(({startMs, endMs, lines}) => ({startMs, endMs, lines}));
				expect(parseSrt(srt.render(transcript))).toEqual(cues);
				expect(
					parseVtt(vtt.render(transcript)).map(cue => ({
						...cue,
						lines: cue.lines.map(line => line.replace(/^<v S\d>/, '')),
					})),
				).toEqual(cues);
			}),
		);
	});

	it('are valid whatever the words are made of', () => {
		fc.assert(
			fc.property(fc.array(fc.string({unit: 'binary'}), {maxLength: 20}), texts => {
				const words = texts.map((text, index) => word(text, index, index + 0.9));
				expect(() => parseSrt(srt.render(finishedTranscript(words)))).not.toThrow();
				expect(() => parseVtt(vtt.render(finishedTranscript(words)))).not.toThrow();
			}),
		);
	});
});

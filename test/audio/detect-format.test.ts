import {describe, expect, it} from 'vitest';
import {detectFormat, looksLikeText, tagBytes} from '../../source/audio/detect-format.js';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('detectFormat', () => {
	it.each([
		['RIFF\x24\x00\x00\x00WAVEfmt ', 'WAV', 'wav'],
		['RF64\xff\xff\xff\xffWAVEds64', 'WAV', 'wav'],
		['\xff\xfb\x90\x64', 'MP3', 'mp3'],
		['\xff\xf3\x40\xc0', 'MP3', 'mp3'],
		['\xff\xf1\x50\x80', 'AAC', 'aac'],
		['\0\0\0\x1cftypM4A ', 'MP4', 'm4a'],
		['fLaC\0\0\0\x22', 'FLAC', 'flac'],
		[`OggS${'\0'.repeat(24)}OpusHead`, 'Ogg Opus', 'opus'],
		[`OggS${'\0'.repeat(24)}\x01vorbis`, 'Ogg Vorbis', 'oga'],
		['\x1a\x45\xdf\xa3\x01', 'WebM', 'webm'],
		['FORM\0\0\0\0AIFFCOMM', 'AIFF', 'aiff'],
	])('knows %j as %s', (head, title, codec) => {
		expect(detectFormat(bytes(head))).toEqual({title, codec});
	});

	it.each([
		['MThd\0\0\0\x06', 'MIDI'],
		[`OggS${'\0'.repeat(24)}Speex   `, 'Ogg Speex'],
		['\0\0\x01\xba', 'MPEG program stream'],
	])('names %j, %s, though nothing here decodes it', (head, title) => {
		expect(detectFormat(bytes(head))).toEqual({title});
	});

	it.each(['', 'R', '{"a": 1}', '\xff\xfeh\0i\0', '\xff\xff\xff\xff', '%PDF-1.7', '\x89PNG\r\n'])(
		'does not take %j for audio',
		head => {
			expect(detectFormat(bytes(head))).toBeUndefined();
		},
	);
});

describe('tagBytes', () => {
	it('measures an ID3 tag by the seven lower bits of four bytes, with its own ten', () => {
		expect(tagBytes(bytes('ID3\x04\0\0\0\0\x02\x01'))).toBe(10 + 2 * 128 + 1);
	});

	it('is 0 without a tag', () => {
		expect(tagBytes(bytes('\xff\xfb\x90\x64\0\0\0\0\0\0'))).toBe(0);
	});
});

describe('looksLikeText', () => {
	it('tells a note from bytes', () => {
		expect(looksLikeText(Buffer.from('Grüße,\r\n\tMinutes'))).toBe(true);
		expect(looksLikeText(bytes('\0\x01\x02'))).toBe(false);
		expect(looksLikeText(bytes(''))).toBe(false);
	});
});

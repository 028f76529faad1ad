import {fourCharacters} from './wav.js';

/**
A kind of audio file, told by its first bytes and not by its name.
*/
export type AudioFormat = {
	/**
	As users call it.
	*/
	readonly title: string;

	/**
	As the decoder library calls it; missing where nothing here can decode it.
	*/
	readonly codec?: string;
};

/**
How many bytes {@link detectFormat} needs.
*/
export const detectionBytes = 64;

/**
How long the ID3v2 tag in front of the audio is, which can hold a picture of megabytes. 0 where there is none.

@see https://id3.org/id3v2.4.0-structure, section 3.1: the length is in four bytes of seven bits each.
*/
export const tagBytes = (head: Uint8Array): number => {
	if (!(head.length >= 10 && fourCharacters(head, 0).startsWith('ID3'))) {
		return 0;
	}

	const length = head.subarray(6, 10).reduce((total, byte) => total * 128 + (byte & 127), 0);
	const hasFooter = (at(head, 5) & 0x10) !== 0;
	return 10 + length + (hasFooter ? 10 : 0);
};

/**
@param head - The first bytes after any tag.
*/
export const detectFormat = (head: Uint8Array): AudioFormat | undefined => {
	const found = signatures.find(({matches}) => matches(head));
	return found && {title: found.title, ...(found.codec !== undefined && {codec: found.codec})};
};

/**
Whether the bytes read as text, which is worth saying of a file that was named like audio.
*/
export const looksLikeText = (head: Uint8Array): boolean =>
	head.length > 0 && head.every(byte => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));

type Signature = AudioFormat & {matches(head: Uint8Array): boolean};

const at = (head: Uint8Array, offset: number): number => head[offset] ?? 0;

const has =
	(offset: number, ...names: readonly string[]) =>
	(head: Uint8Array): boolean =>
		names.includes(fourCharacters(head, offset));

const isOggOf = (codecName: string) => (head: Uint8Array) =>
	has(0, 'OggS')(head) && String.fromCharCode(...head.subarray(28, 37)).includes(codecName);

const startsWith =
	(...bytes: readonly number[]) =>
	(head: Uint8Array): boolean =>
		bytes.every((byte, index) => head[index] === byte);

/**
A frame of MPEG audio starts with eleven bits that are set. Layers II and III with a possible rate and bit rate only, so
that the byte order mark of a text in UTF-16 is not taken for layer I.
*/
const isMpegAudio = (head: Uint8Array): boolean => {
	const [first, second, third] = [at(head, 0), at(head, 1), at(head, 2)];
	const layer = (second >> 1) & 3;
	const isPossible = (second & 0x18) !== 0x08 && third >> 4 !== 15 && (third & 0x0c) !== 0x0c;
	return first === 0xff && (second & 0xe0) === 0xe0 && (layer === 1 || layer === 2) && isPossible;
};

const isRiffOf = (form: string) => (head: Uint8Array) =>
	has(0, 'RIFF', 'RF64', 'BW64')(head) && has(8, form)(head);

/**
In the order in which they are tried.
*/
const signatures: readonly Signature[] = [
	{title: 'WAV', codec: 'wav', matches: isRiffOf('WAVE')},
	{title: 'AVI', codec: 'avi', matches: isRiffOf('AVI ')},
	{title: 'FLAC', codec: 'flac', matches: has(0, 'fLaC')},
	{title: 'Ogg Opus', codec: 'opus', matches: isOggOf('OpusHead')},
	{title: 'Ogg FLAC', codec: 'flac', matches: isOggOf('FLAC')},
	{title: 'Ogg Vorbis', codec: 'oga', matches: isOggOf('vorbis')},
	{title: 'Ogg Speex', matches: isOggOf('Speex')},
	{title: 'MP4', codec: 'm4a', matches: has(4, 'ftyp', 'moov', 'mdat', 'wide', 'free', 'skip')},
	{title: 'WebM', codec: 'webm', matches: startsWith(0x1a, 0x45, 0xdf, 0xa3)},
	{title: 'AIFF', codec: 'aiff', matches: head => has(0, 'FORM')(head) && has(8, 'AIFF', 'AIFC')(head)},
	{title: 'CAF', codec: 'caf', matches: has(0, 'caff')},
	{title: 'AMR', codec: 'amr', matches: has(0, '#!AM')},
	{title: 'WMA', codec: 'wma', matches: startsWith(0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11)},
	{title: 'MIDI', matches: has(0, 'MThd')},
	{title: 'MPEG program stream', matches: startsWith(0, 0, 1, 0xba)},
	{title: "Monkey's Audio", matches: has(0, 'MAC ')},
	{title: 'AAC', codec: 'aac', matches: head => at(head, 0) === 0xff && (at(head, 1) & 0xf6) === 0xf0},
	{title: 'MP3', codec: 'mp3', matches: isMpegAudio},
];

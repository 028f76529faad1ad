export type ParsedCue = {
	readonly startMs: number;
	readonly endMs: number;
	readonly lines: readonly string[];
};

const milliseconds = (time: string): number => {
	const [hours, minutes, seconds] = time.replace(',', '.').split(':').map(Number);
	return Math.round(((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000);
};

const parseBlock = (block: string, timing: RegExp): ParsedCue => {
	const [times = '', ...lines] = block.split('\n');
	const match = timing.exec(times);
	const cue = {startMs: milliseconds(match?.[1] ?? ''), endMs: milliseconds(match?.[2] ?? ''), lines};
	if (!match || lines.length === 0 || lines.includes('') || !(cue.endMs > cue.startMs)) {
		throw new Error(`Not a cue: ${JSON.stringify(block)}`);
	}

	return cue;
};

const blocksOf = (text: string): readonly string[] => {
	if (/\r|\n\n\n|\n\n$/.test(text) || (text !== '' && !text.endsWith('\n'))) {
		throw new Error('Blocks must be one empty line apart and end with a line break.');
	}

	return text === '' ? [] : text.slice(0, -1).split('\n\n');
};

/**
Reads SubRip captions, and accepts nothing that a player might stumble over.
*/
export const parseSrt = (text: string): readonly ParsedCue[] =>
	blocksOf(text).map((block, index) => {
		const number = `${index + 1}\n`;
		if (!block.startsWith(number)) {
			throw new Error(`Cue ${index + 1} has another number: ${JSON.stringify(block)}`);
		}

		return parseBlock(
			block.slice(number.length),
			/^(\d{2,}:[0-5]\d:[0-5]\d,\d{3}) --> (\d{2,}:[0-5]\d:[0-5]\d,\d{3})$/,
		);
	});

/**
Reads WebVTT captions as strictly.
*/
export const parseVtt = (text: string): readonly ParsedCue[] => {
	const [header, ...blocks] = blocksOf(text);
	if (header !== 'WEBVTT') {
		throw new Error(`Not a header: ${JSON.stringify(header)}`);
	}

	return blocks.map(block => {
		const cue = parseBlock(block, /^(\d{2,}:[0-5]\d:[0-5]\d\.\d{3}) --> (\d{2,}:[0-5]\d:[0-5]\d\.\d{3})$/);
		if (/-->|&(?!(?:amp|lt|gt|quot|#39);)|<(?!v [^<>]+>)/.test(cue.lines.join('\n'))) {
			throw new Error(`Not escaped: ${JSON.stringify(block)}`);
		}

		return cue;
	});
};

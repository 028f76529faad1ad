/**
Makes sample.wav, its reference text sample.txt and its true word times sample.words.json.

Needs a C compiler and flite with its headers (Debian: `apt-get install gcc libc6-dev flite1-dev`). Run it with
`node assets/make-sample.js`. There is no chance in it: with the same flite (2.2-5) it writes the same bytes again.
*/
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

const sampleRateHz = 16_000;
const folder = import.meta.dirname;

const voices = {
	S1: {name: 'rms', stretch: '0.84'},
	S2: {name: 'slt', stretch: '0.88'},
};

/**
The meeting: who speaks, how long the silence before is in seconds, and the sentence.
*/
const meeting = [
	['S1', 0.4, 'Good morning, everyone.'],
	['S1', 0.35, "Let's begin today's meeting."],
	['S1', 0.4, 'Priya, how is the release coming along?'],
	['S2', 0.6, 'The Kubernetes migration finished on Tuesday, and latency dropped by thirty percent.'],
	['S1', 0.5, 'Excellent.'],
	['S1', 0.3, 'What about the budget?'],
	['S2', 0.7, 'Hosting costs $4,250 a month, which is slightly less than in January.'],
	['S1', 0.45, 'So what is still missing?'],
	['S2', 0.55, 'Two things.'],
	[
		'S2',
		0.35,
		'The authentication service needs a new certificate, and our Quebec office asked for bilingual subtitles.',
	],
	['S1', 0.65, 'Could Marcus look after those?'],
	['S2', 0.5, 'He could, but only after March 14th.'],
	['S1', 0.6, 'Fine, then we ship on the 19th.'],
	['S1', 0.4, 'Thank you all, and see you next week.'],
];
const silenceAtEndSeconds = 0.6;

/**
Root mean square of each sentence, about -20 dB of full scale, so that the two voices are equally loud.
*/
const loudness = 3000;

/**
Sound that belongs to a sentence but lies outside its first and last segment.
*/
const marginSeconds = 0.05;

const toSampleCount = seconds => Math.round(seconds * sampleRateHz);
const toMilliseconds = seconds => Math.round(seconds * 1000) / 1000;

const speak = (program, rawFile, {name, stretch}, sentence) => {
	const lines = execFileSync(program, [name, stretch, sentence, rawFile], {encoding: 'utf8'})
		.trim()
		.split('\n');
	const tokens = sentence.split(' ');
	if (lines.length !== tokens.length) {
		throw new Error(`flite spoke ${lines.length} tokens, not ${tokens.length}, of: ${sentence}`);
	}

	const words = lines.map((line, index) => {
		const [start, end] = line.split('\t', 2).map(Number);
		return {text: tokens[index].replace(/[.,?]$/v, ''), start, end};
	});
	const bytes = readFileSync(rawFile);
	return {words, samples: new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)};
};

const atLoudness = samples => {
	const meanSquare = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
	const gain = loudness / Math.sqrt(meanSquare);
	return samples.map(sample => Math.max(-32_768, Math.min(32_767, Math.round(sample * gain))));
};

const wavFile = samples => {
	const header = Buffer.alloc(44);
	header.write('RIFF', 0);
	header.writeUInt32LE(36 + samples.length * 2, 4);
	header.write('WAVEfmt ', 8);
	header.writeUInt32LE(16, 16); // Length of the format.
	header.writeUInt16LE(1, 20); // PCM.
	header.writeUInt16LE(1, 22); // Channels.
	header.writeUInt32LE(sampleRateHz, 24);
	header.writeUInt32LE(sampleRateHz * 2, 28); // Bytes per second.
	header.writeUInt16LE(2, 32); // Bytes per frame.
	header.writeUInt16LE(16, 34); // Bits per sample.
	header.write('data', 36);
	header.writeUInt32LE(samples.length * 2, 40);
	const body = Buffer.alloc(samples.length * 2);
	samples.forEach((sample, index) => {
		body.writeInt16LE(sample, index * 2);
	});
	return Buffer.concat([header, body]);
};

const makeSample = workFolder => {
	const program = path.join(workFolder, 'speak');
	const libraries = ['flite_cmu_us_rms', 'flite_cmu_us_slt', 'flite_usenglish', 'flite_cmulex', 'flite', 'm'];
	execFileSync('cc', [
		'-o',
		program,
		path.join(folder, 'speak.c'),
		...libraries.map(library => `-l${library}`),
	]);

	const samples = [];
	const words = [];
	const addSilence = seconds => {
		for (let count = toSampleCount(seconds); count > 0; count--) {
			samples.push(0);
		}
	};

	for (const [speaker, pauseSeconds, sentence] of meeting) {
		const spoken = speak(program, path.join(workFolder, 'speech.raw'), voices[speaker], sentence);
		const from = toSampleCount(spoken.words[0].start - marginSeconds);
		const to = toSampleCount(spoken.words.at(-1).end + marginSeconds);

		// The margins at both ends are part of the pause.
		addSilence(pauseSeconds - marginSeconds * (words.length > 0 ? 2 : 1));
		const shiftSeconds = (samples.length - from) / sampleRateHz;
		for (const sample of atLoudness(spoken.samples.subarray(from, to))) {
			samples.push(sample);
		}

		for (const {text, start, end} of spoken.words) {
			words.push({
				text,
				startSeconds: toMilliseconds(start + shiftSeconds),
				endSeconds: toMilliseconds(end + shiftSeconds),
				speaker,
			});
		}
	}

	addSilence(silenceAtEndSeconds - marginSeconds);
	return {samples, words};
};

const workFolder = mkdtempSync(path.join(tmpdir(), 'duet-sample-'));
try {
	const {samples, words} = makeSample(workFolder);
	const lines = words.map(word => `\t${JSON.stringify(word)}`);
	writeFileSync(path.join(folder, 'sample.wav'), wavFile(samples));
	writeFileSync(path.join(folder, 'sample.words.json'), `[\n${lines.join(',\n')}\n]\n`);
	writeFileSync(path.join(folder, 'sample.txt'), `${meeting.map(([, , sentence]) => sentence).join(' ')}\n`);
} finally {
	rmSync(workFolder, {recursive: true});
}

import {writeSync} from 'node:fs';
import process from 'node:process';
import {recorded} from '../../source/audio/recorded.js';
import {createRecorder} from '../../source/audio/recorder.js';
import type {AudioSource} from '../../source/core/audio-source.js';
import type {Problem} from '../../source/core/problem.js';
import {countingSamples} from './counting-samples.js';

/**
A program that records counting samples as fast as it can: its arguments are the number of chunks of 40 ms, and the path
of a recording that is to be kept. It says after each chunk how many bytes it has handed on, and at the end what it has
recorded.
*/
const [, , chunkCount, path] = process.argv;
const chunkSamples = 640;

const source: AudioSource = {
	title: 'counting',
	pace: 1,
	async *chunks() {
		for (let index = 0; index < Number(chunkCount); index++) {
			const bytes = countingSamples(index * chunkSamples, chunkSamples);
			yield {bytes, startSeconds: index * 0.04, endSeconds: (index + 1) * 0.04, capturedMs: 0};
		}
	},
};

const problems: Problem[] = [];
await using recorder = createRecorder({
	...(path !== undefined && {path}),
	onProblem(problem) {
		problems.push(problem);
	},
});
let handedOnBytes = 0;
for await (const {bytes} of recorded(source, recorder).chunks(new AbortController().signal)) {
	handedOnBytes += bytes.length;
	writeSync(1, `${handedOnBytes}\n`);
}

const recording = await recorder.finish();
writeSync(1, `${JSON.stringify({problems, recording})}\n`);

import {readFile} from 'node:fs/promises';
import {WebSocket} from 'ws';
import {sample, startServer} from './processes.js';

const chunkBytes = 1280; // 40 ms
const chunkMs = 40;
const runSeconds = 10;

/**
How late the local server answers a chunk while many sessions stream at the pace of speech.
*/
export const sessions = async () => {
	const audio = (await readFile(sample)).subarray(44);
	const server = await startServer();
	try {
		const one = await measure(server, audio, 1);
		const many = await measure(server, audio, 50);
		const row = ({p50, p95, count}, budget) => ({
			'p50, ms': Number(p50.toFixed(1)),
			'p95, ms': Number(p95.toFixed(1)),
			'budget p95, ms': budget,
			'× one session': Number((p95 / one.p95).toFixed(1)),
			answers: count,
		});
		return {
			title: `Local server: lateness of answers, ${runSeconds} s at the pace of speech`,
			rows: {'1 session': row(one, undefined), '50 sessions': row(many, 50)},
		};
	} finally {
		server.stop();
	}
};

const measure = async (server, audio, count) => {
	const latenesses = (await Promise.all(Array.from({length: count}, () => stream(server, audio))))
		.flat()
		.sort((a, b) => a - b);
	const at = fraction => latenesses[Math.floor((latenesses.length - 1) * fraction)];
	return {p50: at(0.5), p95: at(0.95), count: latenesses.length};
};

/**
One session: chunks on an absolute schedule; an answer's lateness is counted from the moment its chunk was due.
*/
const stream = async ({realTimeUrl, apiKey}, audio) => {
	const socket = new WebSocket(`${realTimeUrl}?jwt=${apiKey}`);
	const latenesses = [];
	let startMs = 0;
	let sent = 0;
	const send = () => {
		if (sent * chunkMs >= runSeconds * 1000) {
			socket.close();
			return;
		}

		socket.send(audio.subarray(sent * chunkBytes, (sent + 1) * chunkBytes));
		sent++;
		setTimeout(send, startMs + sent * chunkMs - performance.now());
	};

	return new Promise((resolve, reject) => {
		socket.on('open', () => {
			socket.send(
				JSON.stringify({
					message: 'StartRecognition',
					audio_format: {type: 'raw', encoding: 'pcm_s16le', sample_rate: 16_000},
					transcription_config: {language: 'en', enable_partials: true, max_delay: 2},
				}),
			);
		});
		socket.on('message', data => {
			const message = JSON.parse(data);
			if (message.message === 'RecognitionStarted') {
				startMs = performance.now();
				send();
			} else if (message.message === 'AudioAdded') {
				latenesses.push(performance.now() - (startMs + (message.seq_no - 1) * chunkMs));
			} else if (message.message === 'Error') {
				reject(new Error(message.reason));
			}
		});
		socket.on('close', () => resolve(latenesses));
		socket.on('error', reject);
	});
};

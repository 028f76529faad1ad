import type {BackendName, CaptureBackend} from './capture-backend.js';
import {naudiodon} from './naudiodon.js';
import {pvrecorder} from './pvrecorder.js';
import {systemRecorder} from './system-recorder.js';

/**
Every way to a microphone. To add one: a name in `backendNames`, and it here.

The programs are told to hand out their audio in pieces of about 32 ms, where they can be told; sox, not to add noise (dither) to samples that stay as they are.
*/
export const backends: Readonly<Record<BackendName, CaptureBackend>> = {
	naudiodon,
	pvrecorder,
	arecord: systemRecorder({
		command: 'arecord',
		argumentsOn: {
			linux: pcm =>
				words(`--quiet --device=${pcm} --file-type=raw --format=S16_LE --rate=16000 --channels=1`).concat(
					words('--period-time=32000 --buffer-time=512000'),
				),
		},
	}),
	parec: systemRecorder({
		command: 'parec',
		argumentsOn: {
			linux: () => words('--raw --format=s16le --rate=16000 --channels=1 --latency-msec=32'),
		},
	}),
	sox: systemRecorder({
		command: 'sox',
		argumentsOn: {
			linux: pcm => words(`-q -D --buffer 1024 -t alsa ${pcm} ${rawOutputOfSox}`),
			darwin: () => words(`-q -D --buffer 1024 -d ${rawOutputOfSox}`),
			win32: () => words(`-q -D --buffer 1024 -t waveaudio default ${rawOutputOfSox}`),
		},
	}),
	ffmpeg: systemRecorder({
		command: 'ffmpeg',
		argumentsOn: {
			linux: pcm => words(`${quietFfmpeg} -f alsa -i ${pcm} ${rawOutputOfFfmpeg}`),
			darwin: () => words(`${quietFfmpeg} -f avfoundation -i :default ${rawOutputOfFfmpeg}`),
		},
	}),
};

const words = (text: string): string[] => text.split(' ');

const rawOutputOfSox = '-t raw -r 16000 -c 1 -e signed-integer -b 16 -';
const quietFfmpeg = '-hide_banner -nostdin -loglevel error';
const rawOutputOfFfmpeg = '-ac 1 -ar 16000 -f s16le -flush_packets 1 pipe:1';

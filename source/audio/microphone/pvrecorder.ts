import type {PvRecorder} from '@picovoice/pvrecorder-node';
import type {CaptureBackend} from './capture-backend.js';
import {frameSamples} from './capture-messages.js';
import {chooseDevice, type InputDevice} from './input-device.js';
import {loadPackage} from './load-package.js';

/**
The package `@picovoice/pvrecorder-node`, which brings its libraries ready-made, also for Apple silicon. It gives 16 kHz mono
whatever the device has.
*/
export const pvrecorder: CaptureBackend = {
	devices: async () => inputsOf(load()),

	async open(wanted) {
		const library = load();
		const number = wanted === undefined ? -1 : Number(chooseDevice(inputsOf(library), wanted).id);
		const recorder = new library(frameSamples, number, bufferedFrames);
		recorder.start();
		return {
			title: recorder.getSelectedDevice(),
			sampleRateHz: recorder.sampleRate,
			channelCount: 1,
			pieces: piecesOf(recorder),
			async close() {
				recorder.stop(); // Without release(): a stream that is still being read would end in a crash.
			},
		};
	},
};

const load = () =>
	loadPackage<typeof import('@picovoice/pvrecorder-node')>('@picovoice/pvrecorder-node').PvRecorder;

/**
Which of them is the default is told only by one that is opened. Where that fails they are names without a device.
*/
const inputsOf = (library: ReturnType<typeof load>): readonly InputDevice[] => {
	try {
		const recorder = new library(frameSamples);
		const defaultName = recorder.getSelectedDevice();
		recorder.release();
		const names = library.getAvailableDevices();
		const defaultNumber = names.indexOf(defaultName);
		return names.map((name, number) => ({id: String(number), name, isDefault: number === defaultNumber}));
	} catch {
		return [];
	}
};

/**
Each read blocks the process until a frame is there, which is why it happens between turns of the event loop.
*/
async function* piecesOf(recorder: PvRecorder): AsyncGenerator<Uint8Array, void> {
	while (recorder.isRecording) {
		const samples = await recorder.read();
		yield new Uint8Array(samples.buffer);
	}
}

/**
The library's ring of frames: audio of a longer stall is lost. Two seconds.
*/
const bufferedFrames = 64;

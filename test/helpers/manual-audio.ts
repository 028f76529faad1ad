import {type AudioChunk, type AudioSource, bytesPerSecond} from '../../source/core/audio-source.js';

/**
Audio that comes when a test says so, in chunks of a tenth of a second whose samples are the chunk's number, from 0.
*/
export type ManualAudio = {
	readonly source: AudioSource;
	readonly speak: (chunkCount: number) => void;
	readonly end: () => void;

	/**
	How often the source was opened, and how many chunks were taken from it.
	*/
	readonly openCount: () => number;
	readonly takenCount: () => number;
};

export const createManualAudio = ({isLive = true} = {}): ManualAudio => {
	let spokenCount = 0;
	let takenCount = 0;
	let openCount = 0;
	let isEnded = false;
	let wake = Promise.withResolvers<void>();
	const notify = (): void => {
		wake.resolve();
		wake = Promise.withResolvers();
	};

	return {
		source: {
			title: 'manual',
			pace: 1,
			isLive,
			async *chunks(signal) {
				openCount += 1;
				signal.addEventListener('abort', notify);
				while (!signal.aborted && !(isEnded && takenCount === spokenCount)) {
					if (takenCount < spokenCount) {
						yield chunk(takenCount++);
					} else {
						await wake.promise;
					}
				}
			},
		},
		speak(chunkCount) {
			spokenCount += chunkCount;
			notify();
		},
		end() {
			isEnded = true;
			notify();
		},
		openCount: () => openCount,
		takenCount: () => takenCount,
	};
};

const chunk = (number: number): AudioChunk => ({
	bytes: new Uint8Array(new Int16Array(bytesPerSecond / 20).fill(number).buffer),
	startSeconds: number / 10,
	endSeconds: (number + 1) / 10,
	capturedMs: (number + 1) * 100,
});

/**
Which chunk a frame is.
*/
export const chunkNumber = (bytes: Uint8Array | undefined): number =>
	bytes ? new DataView(bytes.buffer, bytes.byteOffset).getInt16(0, true) : -1;

import {createHash} from 'node:crypto';
import {type FileHandle, rm} from 'node:fs/promises';
import {bytesPerSecond} from '../core/audio-source.js';
import type {Problem} from '../core/problem.js';
import {createBackgroundSync} from './background-sync.js';
import {writeAt} from './file-bytes.js';
import {type LiveRecording, liveRecording} from './live-recording.js';
import {openRecording} from './recording-file.js';
import {recordingStoppedProblem} from './recording-problem.js';
import {wavHeader, wavHeaderBytes} from './wav.js';

/**
Writes live audio to a WAV file as it comes. Disposing of it closes the file: one that is kept stays, one that is not is
gone.
*/
export type Recorder = AsyncDisposable & {
	/**
	Writes what was heard: 16 kHz mono s16le. Never rejects: where it cannot be written, that is said once and the rest is
	not recorded.
	*/
	write(bytes: Uint8Array): Promise<void>;

	/**
	Where it is kept; nothing before the first audio, and where it is not.
	*/
	keptAs(): string | undefined;

	/**
	How much there is of it. Behind what was given to it where that cannot be written.
	*/
	seconds(): number;

	/**
	Ends the recording; what is written later is ignored. Can be read until the recorder is disposed of.

	@returns Nothing where no audio was recorded: none came, or none could be written.
	*/
	finish(): Promise<LiveRecording | undefined>;
};

export type RecorderOptions = {
	/**
	Where it is kept; see `recordingPath`. Without one it is not: the file has no name, and the system removes it with the
	process, however that ends.
	*/
	readonly path?: string;

	/**
	Told that the audio is not being kept, or that the rest of it is not recorded, each once. The run can go on.
	*/
	readonly onProblem: (problem: Problem) => void;
};

/**
How long nothing has to come until the header is brought up to date: a recording that is held has nothing left to mend, so
another Duet that starts meanwhile does not take it for one that was broken off.
*/
const quietMs = 100;

/**
The file is made when the first audio comes. Its header is behind by a second of audio at most, and what was written is
on the disk as soon, so that little is lost even with the power. `repairRecordings` brings the header up to date after
that.
*/
export const createRecorder = ({path: keptPath, onProblem}: RecorderOptions): Recorder => {
	const hash = createHash('sha256');
	let file: FileHandle | undefined;
	let keptAs: string | undefined;
	let isFinished = false;
	let isBroken = false;
	let quiet: NodeJS.Timeout | undefined;
	let pcmBytes = 0;
	let statedBytes = 0;
	let pending: Promise<unknown> = Promise.resolve();
	const problems: Problem[] = [];

	const say = (problem: Problem) => {
		problems.push(problem);
		onProblem(problem);
	};

	const stateLength = async (open: FileHandle) => {
		await writeAt(open, wavHeader(pcmBytes), 0);
		statedBytes = pcmBytes;
	};

	const giveUp = async (error: unknown) => {
		if (isBroken) {
			return;
		}

		isBroken = true;
		say(recordingStoppedProblem(error, pcmBytes / bytesPerSecond));
		try {
			if (pcmBytes > 0) {
				await file?.truncate(wavHeaderBytes + pcmBytes); // A piece may have been written in part.
			} else if (keptAs !== undefined) {
				const empty = keptAs;
				keptAs = undefined;
				await rm(empty);
			}
		} catch {
			// The header says how much of it counts.
		}
	};

	const sync = createBackgroundSync(giveUp);

	const stateWhenQuiet = () => {
		clearTimeout(quiet);
		if (!isFinished) {
			quiet = setTimeout(() => {
				pending = pending.then(stateRest);
			}, quietMs);
		}
	};

	const stateRest = async () => {
		try {
			if (file && statedBytes < pcmBytes) {
				await stateLength(file);
			}
		} catch (error) {
			await giveUp(error);
		}
	};

	const append = async (bytes: Uint8Array) => {
		if (isBroken) {
			return;
		}

		try {
			if (!file) {
				({file, keptAs} = await openRecording(keptPath, say));
			}

			await writeAt(file, bytes, wavHeaderBytes + pcmBytes);
			hash.update(bytes);
			pcmBytes += bytes.length;
			if (pcmBytes - statedBytes >= bytesPerSecond) {
				await stateLength(file);
				sync(file);
			}

			stateWhenQuiet();
		} catch (error) {
			await giveUp(error);
		}
	};

	const end = async () => {
		isFinished = true;
		clearTimeout(quiet);
		await pending;
		await stateRest();
	};

	const dispose = async () => {
		await end();
		await file?.close();
		file = undefined;
	};

	return {
		async write(bytes) {
			if (!isFinished) {
				pending = pending.then(() => append(bytes));
				await pending;
			}
		},

		keptAs: () => keptAs,
		seconds: () => pcmBytes / bytesPerSecond,

		async finish() {
			await end();
			if (!file || pcmBytes === 0) {
				return undefined;
			}

			const warnings = problems.map(({message}) => message);
			return liveRecording(file, {
				path: keptAs,
				pcmBytes,
				sha256: hash.copy().digest('hex'),
				warnings,
				dispose,
			});
		},

		[Symbol.asyncDispose]: dispose,
	};
};

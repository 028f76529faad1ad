import {type BackendName, backendNames, libraryNames} from './capture-backend.js';
import type {CaptureMessage} from './capture-messages.js';
import {fallbackSentence, noMicrophoneError, type Refusal} from './capture-problem.js';
import {type CaptureProcessOptions, startCaptureProcess} from './capture-process.js';
import type {InputDevice} from './input-device.js';

/**
The input devices, as the backend that would be used names them.
*/
export type DeviceList = {
	readonly backend: BackendName;

	/**
	Why a better backend is not used, as a sentence.
	*/
	readonly why?: string;

	/**
	At least one. Their names are text from outside: whoever shows them sanitises them.
	*/
	readonly devices: readonly InputDevice[];
};

/**
Asks the backends, the best first, until one knows of a device. Nothing is recorded.

@throws {ProblemError} Of kind `device` when none does.
*/
export const listDevices = async (
	options: CaptureProcessOptions & {readonly backend?: BackendName},
): Promise<DeviceList> => {
	const refusals: Refusal[] = [];
	for (const backend of options.backend ? [options.backend] : backendNames) {
		const answer = await askForDevices(backend, options);
		if (typeof answer !== 'string') {
			const why = refusals.length > 0 ? fallbackSentence(refusals, backend) : undefined;
			return {backend, devices: answer, ...(why !== undefined && {why})};
		}

		refusals.push({backend, reason: answer});
	}

	throw noMicrophoneError(refusals, options.logFile, 'There is no microphone here');
};

/**
What one backend says of this machine.
*/
export type BackendReport = {
	readonly backend: BackendName;

	/**
	The inputs that it offers. Their names are text from outside: whoever shows them sanitises them.
	*/
	readonly devices: readonly InputDevice[];

	/**
	Why it offers none, as it continues a sentence that begins with the backend's name. Text from outside.
	*/
	readonly refusal?: string;
};

/**
Asks every backend, the best first. The libraries are asked one after the other, because one that looks at a device
keeps it from the other; the programs, which only look whether they are there, all at once. Nothing is recorded.

@returns In the order in which they would be used: the first one that offers a device is.
*/
export const surveyBackends = async (options: CaptureProcessOptions): Promise<readonly BackendReport[]> => {
	const ask = async (backend: BackendName): Promise<BackendReport> => {
		const answer = await askForDevices(backend, options);
		return typeof answer === 'string' ? {backend, devices: [], refusal: answer} : {backend, devices: answer};
	};

	let libraries: Promise<unknown> = Promise.resolve();
	return Promise.all(
		backendNames.map(async backend => {
			if (!libraryNames.includes(backend)) {
				return ask(backend);
			}

			const report = libraries.then(() => ask(backend));
			libraries = report;
			return report;
		}),
	);
};

/**
@returns The devices, or why there are none, as it continues a sentence that begins with the backend's name.
*/
const askForDevices = async (
	backend: BackendName,
	options: CaptureProcessOptions,
): Promise<readonly InputDevice[] | string> => {
	const answer = Promise.withResolvers<readonly InputDevice[] | string>();
	const child = startCaptureProcess(options, {
		onMessage(message: CaptureMessage) {
			if (message.type === 'devices') {
				answer.resolve(message.devices.length > 0 ? message.devices : 'found no input device');
			} else if (message.type === 'failed') {
				answer.resolve(message.reason);
			}
		},
		onExit: answer.resolve,
	});
	const deadline = setTimeout(() => {
		answer.resolve('does not answer');
	}, patienceMs);
	child.send({type: 'list-devices', backend});
	try {
		return await answer.promise;
	} finally {
		clearTimeout(deadline);
		await child.close();
	}
};

/**
To look at all sound cards takes a tenth of it.
*/
const patienceMs = 4000;

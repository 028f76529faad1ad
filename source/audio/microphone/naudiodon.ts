import {BackendError, type CaptureBackend} from './capture-backend.js';
import {chooseDevice, type InputDevice} from './input-device.js';
import {loadPackage} from './load-package.js';
import {openStream} from './naudiodon-stream.js';
import {chooseServerInput, soundServerInputs} from './sound-server.js';

/**
PortAudio, through the package `naudiodon`, which is compiled when it is installed.
*/
export const naudiodon: CaptureBackend = {
	async devices() {
		const inputs = await inputsOf(load());
		return inputs.map(({number, isOfServer, ...device}) => device);
	},

	async open(wanted) {
		const library = load();
		const inputs = await inputsOf(library);
		const usual = inputs.find(({isDefault}) => isDefault) ?? inputs[0];
		if (!usual) {
			throw new BackendError('found no input device');
		}

		const input = wanted === undefined ? usual : chooseDevice(inputs, wanted);
		if (input.isOfServer && wanted !== undefined) {
			chooseServerInput(input);
		}

		const {stream, ...shape} = openStream(library, input);
		stream.start();
		return {
			...shape,
			title: input.name,
			...(input.isOfServer && {serverInput: input.id}),
			pieces: stream as AsyncIterable<unknown> as AsyncIterable<Uint8Array>,
			close: () =>
				new Promise(resolve => {
					stream.quit(resolve);
				}),
		};
	},
};

type Library = typeof import('naudiodon');

/**
`segfault-handler` would write a `crash.log` into the working folder; without it a crash is one of the process alone.
*/
const load = () => loadPackage<Library>('naudiodon', {'segfault-handler': {registerHandler() {}}});

type Input = InputDevice & {
	/**
	The number that PortAudio knows it by. To another number it opens the default device without a word.
	*/
	readonly number: number;
	readonly isOfServer: boolean;
	readonly channelCount: number;
	readonly sampleRateHz: number;
};

/**
What PortAudio lists, but in place of the sound server's one device those that are behind it, where the server tells.
*/
const inputsOf = async (library: Library): Promise<readonly Input[]> => {
	const own = portAudioInputs(library);
	const server = own.find(({name}) => name === 'pulse');
	const behind = server ? await soundServerInputs() : [];
	if (!server || behind.length === 0) {
		return own;
	}

	const hardware = own.filter(({name}) => name.includes('(hw:'));
	const isDefaultHardware = hardware.some(({isDefault}) => isDefault);
	return [
		...behind.map(device => ({
			...server,
			...device,
			isDefault: device.isDefault && !isDefaultHardware,
			isOfServer: true,
		})),
		...hardware,
	];
};

const portAudioInputs = (library: Library): readonly Input[] => {
	const {defaultHostAPI, HostAPIs} = library.getHostAPIs();
	const defaultNumber = HostAPIs.find(({id}) => id === defaultHostAPI)?.defaultInput;
	return library
		.getDevices()
		.filter(({maxInputChannels}) => maxInputChannels > 0)
		.map(({id, name, maxInputChannels, defaultSampleRate}) => ({
			id: String(id),
			name,
			isDefault: id === defaultNumber,
			channelCount: maxInputChannels,
			sampleRateHz: defaultSampleRate,
			number: id,
			isOfServer: false,
		}));
};

import {execFile} from 'node:child_process';
import process from 'node:process';
import {promisify} from 'node:util';
import type {InputDevice} from './input-device.js';

/**
The inputs that the sound server of a Linux desktop (PulseAudio, or PipeWire in its place) offers, microphones before
monitors of what is played. ALSA and PortAudio see only one device, `pulse`, for all of them: which one it is, the server's
library takes from `PULSE_SOURCE`.

@returns Nothing where no server answers, or its tool `pactl` is not installed.
*/
export const soundServerInputs = async (): Promise<readonly InputDevice[]> => {
	if (process.platform !== 'linux') {
		return [];
	}

	try {
		const [sources, info] = await Promise.all([askServer(['list', 'sources']), askServer(['info'])]);
		return parseSources(sources, info);
	} catch {
		return []; // It is not there, or too old to answer in JSON (before PulseAudio 16).
	}
};

/**
The environment that chooses one of these inputs, for this process and those that it starts.
*/
export const chooseServerInput = (device: InputDevice): void => {
	process.env['PULSE_SOURCE'] = device.id;
};

/**
What `pactl --format=json` says of `list sources` and of `info`, as devices. The default is marked.
*/
export const parseSources = (sources: unknown, info: unknown): readonly InputDevice[] => {
	const defaultName = field(info, 'default_source_name');
	const inputs = (Array.isArray(sources) ? sources : []).flatMap((source: unknown) => {
		const id = field(source, 'name');
		return typeof id === 'string' ? [{source, id}] : [];
	});
	const isMonitor = (source: unknown) => Boolean(field(source, 'monitor_source'));
	return inputs
		.toSorted((a, b) => Number(isMonitor(a.source)) - Number(isMonitor(b.source)))
		.map(({source, id}) => ({
			id,
			name: String(field(source, 'description') ?? id),
			isDefault: id === defaultName,
			...readSpecification(field(source, 'sample_specification')),
		}));
};

const field = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/**
Such as `s16le 2ch 44100Hz`.
*/
const readSpecification = (text: unknown): Pick<InputDevice, 'channelCount' | 'sampleRateHz'> => {
	const {channels, rate} = /(?<channels>\d+)ch (?<rate>\d+)Hz/.exec(String(text))?.groups ?? {};
	return channels && rate ? {channelCount: Number(channels), sampleRateHz: Number(rate)} : {};
};

const patienceMs = 1000;

const askServer = async (question: readonly string[]): Promise<unknown> => {
	const {stdout} = await promisify(execFile)('pactl', ['--format=json', ...question], {
		timeout: patienceMs,
		// In some languages it writes numbers with a comma, which is no JSON.
		env: {...process.env, LC_ALL: 'C.UTF-8'},
	});
	return JSON.parse(stdout);
};

import type {BackendReport} from '../../audio/microphone/devices.js';
import {chooseDevice, type InputDevice} from '../../audio/microphone/input-device.js';
import {countText} from '../../core/figures.js';
import {type Problem, toProblem} from '../../core/problem.js';
import type {Check, CheckLine} from './check.js';

/**
Which of the ways to a microphone would be used, and why none of those before it.
*/
export const microphone: Check = {
	id: 'microphone',
	title: 'Microphone',
	limitMs: 20_000,
	async run({capture, values}) {
		const {surveyBackends} = await import('../../audio/microphone/devices.js');
		const reports = await surveyBackends(capture);
		const used = reports.find(({devices}) => devices.length > 0);
		const log: CheckLine = ['log', capture.logFile];
		if (!used) {
			return {
				status: 'warning',
				says: [
					'There is no microphone here; audio files and the sample work without one.',
					...reports.map(report => reportLine(report)),
					log,
				],
				nextStep:
					'Connect a microphone or choose one in the system’s sound settings. What the sound libraries said is in the log.',
			};
		}

		const usual = used.devices.find(({isDefault}) => isDefault);
		const wanted = wantedDevice(values.device, used.devices);
		return {
			status: wanted && 'problem' in wanted ? 'bad' : 'good',
			...(wanted && 'problem' in wanted && {nextStep: wanted.problem.nextStep}),
			says: [
				`${used.backend} is used: ${countText(used.devices.length, 'input')}, ${usual ? `the default is ${usual.name}` : 'none is marked as the default'}.`,
				...(wanted ? [['device', 'problem' in wanted ? wanted.problem.message : wanted.name] as const] : []),
				...reports.map(report => reportLine(report, used)),
				log,
			],
		};
	},
};

/**
The device that the settings name, or why it is none of these.
*/
const wantedDevice = (
	device: string | undefined,
	devices: readonly InputDevice[],
): {readonly name: string} | {readonly problem: Problem} | undefined => {
	if (device === undefined) {
		return undefined;
	}

	try {
		return chooseDevice(devices, device);
	} catch (error) {
		return {problem: toProblem(error)};
	}
};

const reportLine = (report: BackendReport, used?: BackendReport): CheckLine => {
	const {backend, devices, refusal} = report;
	if (refusal !== undefined) {
		return [backend, refusal];
	}

	const offers = `offers ${countText(devices.length, 'input')}`;
	return [backend, report === used ? `${offers} and is used` : `${offers}, if those before it fail`];
};

import type {BackendReport} from '../../audio/microphone/devices.js';
import {countText} from '../../core/figures.js';
import type {Check, CheckLine} from './check.js';

/**
Which of the ways to a microphone would be used, and why none of those before it.
*/
export const microphone: Check = {
	id: 'microphone',
	title: 'Microphone',
	limitMs: 20_000,
	async run({capture}) {
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
		return {
			status: 'good',
			says: [
				`${used.backend} is used: ${countText(used.devices.length, 'input')}, ${usual ? `the default is ${usual.name}` : 'none is marked as the default'}.`,
				...reports.map(report => reportLine(report, used)),
				log,
			],
		};
	},
};

const reportLine = (report: BackendReport, used?: BackendReport): CheckLine => {
	const {backend, devices, refusal} = report;
	if (refusal !== undefined) {
		return [backend, refusal];
	}

	const offers = `offers ${countText(devices.length, 'input')}`;
	return [backend, report === used ? `${offers} and is used` : `${offers}, if those before it fail`];
};

import type {DeviceList} from '../audio/microphone/devices.js';
import type {InputDevice} from '../audio/microphone/input-device.js';
import {jsonText} from '../core/json-text.js';
import {toProblem} from '../core/problem.js';
import {sanitise} from '../core/sanitise.js';
import {plainTable} from '../terminal/plain-table.js';
import {captureOptions} from './capture-options.js';
import type {Command} from './command.js';

/**
The input devices of this machine. Without any it fails, and says what works all the same.
*/
export const devices: Command = {
	name: 'devices',
	inputs: '',
	summary: 'the input devices of this machine, the default marked',
	examples: ['duet devices', 'duet devices --json'],
	options: ['json'],
	inputCount: [0, 0],
	async run({values, output}) {
		const {listDevices} = await import('../audio/microphone/devices.js');
		const list = await listDevices(captureOptions()).catch((error: unknown) => {
			if (values.json) {
				output.write(jsonText({version: 1, devices: [], error: toProblem(error)}));
			}

			throw error;
		});
		if (values.json) {
			output.write(jsonText({version: 1, ...list}));
			return 0;
		}

		output.write(`${deviceTable(list.devices, output.columns)}\n`);
		output.note(`\n${backendSentence(list)}`);
		return 0;
	},
};

/**
@param columns - The width it may take.
*/
const deviceTable = (inputs: readonly InputDevice[], columns: number): string => {
	const rows = inputs.map(({id, name, isDefault, channelCount, sampleRateHz}) => [
		sanitise(name),
		isDefault ? 'default' : '',
		channelCount === undefined ? '' : String(channelCount),
		sampleRateHz === undefined ? '' : rateText(sampleRateHz),
		sanitise(id),
	]);
	const table = [['Name', '', 'Channels', 'Rate', 'Id'], ...rows];
	const isUsed = (column: number) => rows.some(row => row[column] !== '');
	const [headings = [], ...cells] = table.map(row => row.filter((_, column) => isUsed(column)));
	return plainTable(headings, cells, columns);
};

const rateText = (sampleRateHz: number): string => `${sampleRateHz / 1000} kHz`;

const backendSentence = ({backend, why}: DeviceList): string =>
	why ?? `Named by ${backend}, the best of the ways to a microphone.`;

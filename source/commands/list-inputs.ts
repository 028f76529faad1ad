import {listDevices} from '../audio/microphone/devices.js';
import type {InputDevice} from '../audio/microphone/input-device.js';
import {toProblem} from '../core/problem.js';
import {sanitise} from '../core/sanitise.js';
import type {InputListing} from '../ui/actions.js';
import {captureOptions} from './capture-options.js';

/**
The microphones, as the app shows them. Where there are none the reason has to fit a row; all of it is said where the
microphone is chosen nevertheless.
*/
export const listInputs = async (): Promise<InputListing> => {
	try {
		const {devices, backend, why} = await listDevices(captureOptions());
		return {
			type: 'found',
			backend,
			...(why !== undefined && {why}),
			inputs: devices.map(({id, name, isDefault}) => ({
				id,
				name: sanitise(uniqueName(name, id, devices)),
				isDefault,
			})),
		};
	} catch (error) {
		const problem = toProblem(error);
		return {
			type: 'none',
			problem: problem.kind === 'device' ? {...problem, message: 'There is no microphone here.'} : problem,
		};
	}
};

/**
Two devices of one name are told apart by their ids.
*/
const uniqueName = (name: string, id: string, devices: readonly InputDevice[]): string =>
	devices.filter(other => other.name === name).length > 1 ? `${name} (${id})` : name;

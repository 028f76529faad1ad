import {listDevices} from '../audio/microphone/devices.js';
import type {InputDevice} from '../audio/microphone/input-device.js';
import {toProblem} from '../core/problem.js';
import {sanitise} from '../core/sanitise.js';
import type {InputListing} from '../ui/actions.js';
import {captureOptions} from './capture-options.js';

/**
The microphones, as the app shows them.
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
		return {type: 'none', problem: toProblem(error)};
	}
};

/**
Two devices of one name are told apart by their ids.
*/
const uniqueName = (name: string, id: string, devices: readonly InputDevice[]): string =>
	devices.filter(other => other.name === name).length > 1 ? `${name} (${id})` : name;

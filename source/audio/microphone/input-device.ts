import {ProblemError} from '../../core/problem.js';
import {sanitise} from '../../core/sanitise.js';
import {BackendError} from './capture-backend.js';

/**
Something that can be listened to, as a backend offers it.
*/
export type InputDevice = {
	/**
	Means something only to the backend that named it.
	*/
	readonly id: string;

	/**
	Text from outside: whoever shows it sanitises it.
	*/
	readonly name: string;
	readonly isDefault: boolean;

	/**
	The most channels it offers and the rate it prefers, where the backend knows.
	*/
	readonly channelCount?: number;
	readonly sampleRateHz?: number;
};

/**
The device that the user means: by its id, its name, or a part of the name that no other has. Case does not matter for
names.

@throws {ProblemError} Of kind `bad-input`, with the devices there are, when none or several fit.
@throws {BackendError} When there are none: another backend may know some.
*/
export const chooseDevice = <Device extends InputDevice>(
	devices: readonly Device[],
	wanted: string,
): Device => {
	if (devices.length === 0) {
		throw new BackendError('found no input device');
	}

	const text = wanted.toLowerCase();
	const candidates = [
		devices.filter(({id}) => id === wanted),
		devices.filter(({name}) => name.toLowerCase() === text),
		devices.filter(({name}) => text !== '' && name.toLowerCase().includes(text)),
	].find(found => found.length > 0);
	const [device, ...others] = candidates ?? [];
	if (device && others.length === 0) {
		return device;
	}

	const subject = `“${sanitise(wanted)}”`;
	throw new ProblemError({
		kind: 'bad-input',
		message: device
			? `${subject} may be any of ${listed([device, ...others])}.`
			: `There is no input device ${subject}.`,
		nextStep: device ? 'Name it by its id.' : `There are ${listed(devices)}.`,
	});
};

const listed = (devices: readonly InputDevice[]): string =>
	devices.map(({id, name}) => `${sanitise(name)} (${sanitise(id)})`).join(', ');

import {describe, expect, it} from 'vitest';
import {BackendError} from '../../../source/audio/microphone/capture-backend.js';
import {chooseDevice} from '../../../source/audio/microphone/input-device.js';

const device = (id: string, name: string) => ({id, name, isDefault: false});
const devices = [
	device('0', 'Built-in Microphone'),
	device('1', 'Blue Yeti'),
	device('2', 'Yeti'),
	device('Yeti', 'Webcam \u001B[31mC920'),
];

describe('chooseDevice', () => {
	it.each([
		['1', 'Blue Yeti', 'an id'],
		['Yeti', 'Webcam \u001B[31mC920', 'an id before a name'],
		['yeti', 'Yeti', 'a name in any case before a part of a name'],
		['blue', 'Blue Yeti', 'a part of one name'],
	])('takes %j as %j: %3$s', (wanted, name) => {
		expect(chooseDevice(devices, wanted).name).toBe(name);
	});

	it('asks for the id where several names fit', () => {
		expect(() => chooseDevice(devices, 'c')).toThrow(
			'“c” may be any of Built-in Microphone (0), Webcam ␛[31mC920 (Yeti).',
		);
	});

	it.each(['', 'Rode\u0007'])('lists what there is where none fits: %j', wanted => {
		expect(() => chooseDevice(devices, wanted)).toThrow(/^There is no input device “(?:Rode␇)?”\.$/);
	});

	it('refuses where there is none at all, so that another way to a microphone is tried', () => {
		expect(() => chooseDevice([], 'Yeti')).toThrow(new BackendError('found no input device'));
	});
});

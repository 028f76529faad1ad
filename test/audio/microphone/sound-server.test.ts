import {describe, expect, it} from 'vitest';
import {parseSources} from '../../../source/audio/microphone/sound-server.js';

describe('parseSources', () => {
	it('puts microphones before monitors and marks the default', () => {
		const sources = [
			{
				name: 'alsa_output.pci.monitor',
				description: 'Monitor of Built-in Audio',
				sample_specification: 's32le 2ch 48000Hz',
				monitor_source: 'alsa_output.pci',
			},
			{
				name: 'alsa_input.usb',
				description: 'Blue Yeti',
				sample_specification: 's16le 1ch 44100Hz',
				monitor_source: '',
			},
		];
		expect(parseSources(sources, {default_source_name: 'alsa_input.usb'})).toEqual([
			{id: 'alsa_input.usb', name: 'Blue Yeti', isDefault: true, channelCount: 1, sampleRateHz: 44_100},
			{
				id: 'alsa_output.pci.monitor',
				name: 'Monitor of Built-in Audio',
				isDefault: false,
				channelCount: 2,
				sampleRateHz: 48_000,
			},
		]);
	});

	it('calls a source without a description by its name', () => {
		expect(parseSources([{name: 'a'}], {})).toEqual([{id: 'a', name: 'a', isDefault: false}]);
	});

	it.each([[null], ['text'], [{}], [[null, 1, {}, {name: 3}]]])('finds nothing in %j', answer => {
		expect(parseSources(answer, null)).toEqual([]);
	});
});

import type {InputListing} from '../../source/ui/actions.js';

/**
A machine without a microphone.
*/
export const noInputs: InputListing = {
	type: 'none',
	problem: {kind: 'device', message: 'No microphone could be opened.', nextStep: 'Connect one.'},
};

export const twoInputs = {
	type: 'found',
	backend: 'naudiodon',
	inputs: [
		{id: 'desk', name: 'Desk', isDefault: true},
		{id: 'headset', name: 'Headset', isDefault: false},
	],
} as const satisfies InputListing;

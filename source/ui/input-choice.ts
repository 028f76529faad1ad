import type {InputListing} from './actions.js';
import type {AppState} from './app-state.js';

type Input = Extract<InputListing, {readonly type: 'found'}>['inputs'][number];

/**
The microphones that a run can go on with, and the one under the pointer: the one that was pointed at, before that the one in
use, else the system's default. A list that is looked for anew does not move the pointer to another device.

@returns Neither where no microphone is known, or none is being chosen.
*/
export const inputChoice = ({
	audio: {inputs: listing},
	current,
	split: {dialog},
}: AppState): {readonly inputs: readonly Input[]; readonly chosen: number} => {
	const inputs = listing?.type === 'found' ? listing.inputs : [];
	const chosenId = dialog?.type === 'inputs' ? dialog.chosenId : undefined;
	const places = [
		inputs.findIndex(({id}) => id === chosenId),
		inputs.findIndex(({name}) => name === current?.input?.title),
		inputs.findIndex(({isDefault}) => isDefault),
	];
	return {inputs, chosen: places.find(place => place !== -1) ?? 0};
};

import type {Hypothesis, Recogniser} from '../../../core/recogniser.js';

/**
The same hypotheses, which say whose they are.
*/
export const withName = async function* (
	{id}: Recogniser,
	hypotheses: AsyncIterable<Hypothesis>,
): AsyncIterable<Hypothesis> {
	for await (const hypothesis of hypotheses) {
		yield {recogniserId: id, ...hypothesis};
	}
};

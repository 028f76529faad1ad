import type {Mode} from '../../../core/mode.js';
import type {Problem} from '../../../core/problem.js';
import type {Hypothesis, RecogniserOptions} from '../../../core/recogniser.js';
import type {Installation} from './decoder.js';

/**
What the process of a decoder is told. Each is answered once, in order.
*/
export type Request =
	| {
			readonly type: 'open';
			readonly installation: Installation;
			readonly mode: Mode;
			readonly model: RecogniserOptions['model'];
			readonly vocabulary: RecogniserOptions['vocabulary'];
	  }
	| {readonly type: 'hear'; readonly samples: Int16Array}
	| {readonly type: 'end'};

/**
What it answers: that it is open, what it thinks, or what went wrong.
*/
export type Answer =
	| {readonly type: 'opened'}
	| {readonly type: 'hypothesis'; readonly hypothesis: Hypothesis}
	| {readonly type: 'failed'; readonly problem: Problem};

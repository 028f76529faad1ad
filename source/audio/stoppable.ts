import type {AudioSource} from '../core/audio-source.js';

/**
A source whose audio can be ended early, as if there were no more of it: the engine then ends its session in good order
and keeps the tail. To abort a run is another signal.
*/
export const stoppable = (source: AudioSource, stopSignal: AbortSignal): AudioSource => ({
	...source,
	chunks: signal => source.chunks(AbortSignal.any([signal, stopSignal])),
});

import type {Readable} from 'node:stream';
import type {LiveInput} from './live-input.js';
import {createLiveTrack, type LiveTrackOptions} from './live-track.js';
import {openStdinSource, type StdinSourceOptions} from './stdin-source.js';

/**
Listens to a pipe and records it, as a recorder fills it.

@throws {ProblemError} Of kind `bad-input`, when it is the keyboard, or empty, or holds something else than audio.
@throws The signal's reason when it is aborted before the first audio.
*/
export const openPipeInput = async (
	stream: Readable & {readonly isTTY?: boolean},
	{
		recordingPath,
		onProblem,
		...options
	}: StdinSourceOptions & Pick<LiveTrackOptions, 'recordingPath' | 'onProblem'>,
): Promise<LiveInput> => {
	const source = await openStdinSource(stream, options);
	const track = createLiveTrack(source, {
		clock: options.clock,
		...(recordingPath !== undefined && {recordingPath}),
		onProblem,
	});
	return {
		...track,
		state: () => ({
			title: source.title,
			phase: track.phase(),
			...track.recordingState(),
		}),
		async [Symbol.asyncDispose]() {
			await track.dispose();
		},
	};
};

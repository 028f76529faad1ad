import {speakerTurns, transcriptText} from '../../core/transcript-text.js';
import {wordDelimiter} from '../language-pack.js';
import type {Transcript} from './job.js';
import type {JobConfig} from './job-config.js';

/**
A transcript in the format `txt`: a line a turn where speakers or channels were told apart, else one line.

@see The layout of the batch API reference's example.
*/
export const transcriptTxt = ({words, language}: Transcript, config: JobConfig): string => {
	const delimiter = wordDelimiter(language);
	switch (config.transcription_config.diarization ?? 'none') {
		case 'speaker': {
			return speakerTurns(words)
				.map(turn => `SPEAKER: ${turn.speaker ?? 'UU'}\n${transcriptText(turn.words, delimiter)}`)
				.join('\n');
		}

		case 'channel': {
			return speakerTurns(words)
				.map(turn => `${turn.channel}: ${transcriptText(turn.words, delimiter)}`)
				.join('\n');
		}

		case 'none': {
			return transcriptText(words, delimiter);
		}
	}
};

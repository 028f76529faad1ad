import type {Job} from './job.js';

/**
What happened to a job that has ended, a line for each thing.
*/
export const jobLog = (job: Job): string => {
	const {config, createdMs, dataName, durationSeconds, errors, state} = job;
	const line = (timestamp: string, message: string): string => `${timestamp} ${message}\n`;
	const lines = [
		line(new Date(createdMs).toISOString(), `created ${job.id} for ${dataName || 'fetched audio'}`),
		...errors.map(({timestamp, message}) => line(timestamp, message)),
	];
	if (state.status === 'done') {
		const {recogniserId, language, words} = state.transcript;
		const seconds = durationSeconds.toFixed(2);
		lines.push(
			line(
				new Date(state.finishedMs).toISOString(),
				`done: ${words.length} items in ${seconds} s of audio, ${config.transcription_config.language === 'auto' ? 'identified as' : 'in'} ${language}, by ${recogniserId}`,
			),
		);
	}

	return lines.join('');
};

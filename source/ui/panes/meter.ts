import type {Theme} from '../theme.js';

const meterColumns = 12;

/**
The loudness of the latest audio as a row of bars, the newest last.

@param levels - From 0 for silence to 1.
*/
export const meter = (levels: readonly number[], {levels: signs}: Theme): string => {
	const shown = [...Array.from({length: meterColumns}, () => 0), ...levels].slice(-meterColumns);
	return shown
		.map(level => signs[Math.min(signs.length - 1, Math.floor(level * signs.length))] ?? '')
		.join('');
};

import type {Format} from '../core/format.js';
import {findFormat, formatOfFile} from '../formats/formats.js';
import type {CommandContext} from './command.js';

/**
How to write a transcript: as the user said, else as the ending of the output file says, else as plain text.
*/
export const chooseFormat = ({values, settings}: Pick<CommandContext, 'values' | 'settings'>): Format => {
	const {output, format} = values;
	const named =
		settings.origins.format === 'default' && output !== undefined ? formatOfFile(output) : undefined;
	return named ?? findFormat(format);
};

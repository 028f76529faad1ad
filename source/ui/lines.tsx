import {Box, Text} from 'ink';
import type {Line} from './line.js';
import type {Theme} from './theme.js';

/**
Draws rows that were made to fit. Fills exactly the columns and rows it is given.

@param firstNumber - The number of the first row in the whole text: React then moves rows when the text scrolls, and does
not write each of them anew.
*/
export const Lines = ({
	lines,
	columns,
	rows,
	theme,
	firstNumber = 0,
}: {
	readonly lines: readonly Line[];
	readonly columns: number;
	readonly rows: number;
	readonly theme: Theme;
	readonly firstNumber?: number;
}) => (
	<Box flexDirection="column" flexShrink={0} width={columns} height={rows}>
		{lines.slice(0, rows).map((line, index) => (
			// biome-ignore lint/suspicious/noArrayIndexKey: a row is its number in the text.
			<Text key={firstNumber + index} wrap="truncate-end">
				{line.length === 0
					? ' '
					: line.map(({text, style = 'plain'}, position) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a row keep their order.
							<Text key={position} {...theme.styles[style]}>
								{theme.shown(text)}
							</Text>
						))}
			</Text>
		))}
	</Box>
);

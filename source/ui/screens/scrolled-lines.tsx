import {Box} from 'ink';
import {useEffect, useEffectEvent} from 'react';
import {type Line, span} from '../line.js';
import {Lines} from '../lines.js';
import {type Scroll, topRow} from '../scroll.js';
import type {Theme} from '../theme.js';

/**
Rows that may be more than fit, with a row at the end that says which ones are seen. It tells how much there is, so that
the reducer knows how far it can scroll.
*/
export const ScrolledLines = ({
	lines,
	columns,
	rows,
	scroll,
	theme,
	onMeasure,
}: {
	readonly lines: readonly Line[];
	readonly columns: number;
	readonly rows: number;
	readonly scroll: Scroll;
	readonly theme: Theme;
	readonly onMeasure: (rowCount: number, height: number) => void;
}) => {
	const rowCount = lines.length;
	const height = rowCount > rows ? Math.max(1, rows - 1) : rows;
	const tell = useEffectEvent(onMeasure);
	useEffect(() => {
		tell(rowCount, height);
	}, [rowCount, height]);
	const top = topRow(scroll, rowCount, height);
	const bottom = Math.min(rowCount, top + height);
	const {up, down} = theme.signs;
	return (
		<Box flexDirection="column" flexShrink={0} width={columns} height={rows} overflow="hidden">
			<Lines
				lines={lines.slice(top, bottom)}
				columns={columns}
				rows={height}
				theme={theme}
				firstNumber={top}
			/>
			{height < rows && (
				<Lines
					lines={[
						[
							span(`${top > 0 ? up : ' '}${bottom < rowCount ? down : ' '} `, 'accent'),
							span(`rows ${top + 1}-${bottom} of ${rowCount}`, 'quiet'),
						],
					]}
					columns={columns}
					rows={1}
					theme={theme}
				/>
			)}
		</Box>
	);
};

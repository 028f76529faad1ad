import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import {textWidth} from '../text-width.js';
import type {Theme} from '../theme.js';
import type {Frame} from './frame.js';

/**
A screen in its frame, in the middle of the room it has.
*/
export const Framed = ({
	title,
	frame,
	columns,
	rows,
	theme,
	children,
}: {
	readonly title: string;
	readonly frame: Frame;
	readonly columns: number;
	readonly rows: number;
	readonly theme: Theme;
	readonly children: ReactNode;
}) => {
	if (!frame.hasBorder) {
		return (
			<Box flexShrink={0} width={columns} height={rows} paddingLeft={1} overflow="hidden">
				{children}
			</Box>
		);
	}

	const {topLeft, topRight, horizontal} = theme.signs;
	const rest = Math.max(0, frame.columns - textWidth(title) - 4);
	return (
		<Box
			flexDirection="column"
			flexShrink={0}
			width={columns}
			height={rows}
			paddingLeft={Math.floor((columns - frame.columns) / 2)}
			paddingTop={Math.floor((rows - frame.rows) / 3)}
			overflow="hidden"
		>
			<Text wrap="truncate-end">
				<Text {...theme.styles.quiet}>{topLeft} </Text>
				<Text {...theme.styles.title}>{title}</Text>
				<Text {...theme.styles.quiet}>{` ${horizontal.repeat(rest)}${topRight}`}</Text>
			</Text>
			<Box
				flexShrink={0}
				width={frame.columns}
				height={frame.rows - 1}
				paddingX={1}
				borderStyle={theme.border}
				borderTop={false}
				borderDimColor
			>
				{children}
			</Box>
		</Box>
	);
};

/**
Where a pane stands in its rows. It follows new rows until the user scrolls up.
*/
export type Scroll = {
	readonly isFollowing: boolean;

	/**
	The first visible row, while it does not follow.
	*/
	readonly top: number;
};

/**
How far to go: by rows, by pages, or to one of the ends.
*/
export type ScrollStep = {readonly rows: number} | {readonly pages: number} | {readonly to: 'start' | 'end'};

/**
For text that grows: it shows the end.
*/
export const followingEnd: Scroll = {isFollowing: true, top: 0};

/**
For text that is complete: it shows the start.
*/
export const atStart: Scroll = {isFollowing: false, top: 0};

/**
@param rowCount - How many rows there are.
@param height - How many of them are visible.
@returns The number of the first visible row.
*/
export const topRow = ({isFollowing, top}: Scroll, rowCount: number, height: number): number => {
	const last = Math.max(0, rowCount - height);
	return isFollowing ? last : Math.min(top, last);
};

/**
Scrolls. What reaches the end follows again.
*/
export const scrolled = (scroll: Scroll, step: ScrollStep, rowCount: number, height: number): Scroll => {
	const last = Math.max(0, rowCount - height);
	const top = Math.max(0, Math.min(last, target(topRow(scroll, rowCount, height), step, height, last)));
	return {isFollowing: top === last, top};
};

const target = (top: number, step: ScrollStep, height: number, last: number): number => {
	if ('rows' in step) {
		return top + step.rows;
	}

	if ('pages' in step) {
		// One row stays, so that the eye finds its place.
		return top + step.pages * Math.max(1, height - 1);
	}

	return step.to === 'start' ? 0 : last;
};

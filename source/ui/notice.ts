import type {CurrentRun} from './current-run.js';

/**
What stands in the place of the hints for a while.
*/
export type Notice = {
	readonly text: string;

	/**
	Whether it says why a key does nothing now. It is true only as long as the run stays as it is.
	*/
	readonly isReason?: boolean;
};

export type NoticeEvent =
	| ({readonly type: 'noticed'} & Notice)
	| {readonly type: 'notice-faded'; readonly notice: Notice}
	| {readonly type: 'key-pressed'};

/**
Folds one event into the notice. A key takes it away, and so does time, but not a later one.
*/
export const reduceNotice = (notice: Notice | undefined, event: NoticeEvent): Notice | undefined => {
	switch (event.type) {
		case 'noticed': {
			const {type, ...noticed} = event;
			return noticed;
		}

		case 'notice-faded': {
			return notice === event.notice ? undefined : notice;
		}

		case 'key-pressed': {
			return undefined;
		}
	}
};

/**
The notice as it still holds after what has happened to the run.
*/
export const lastingNotice = (
	notice: Notice | undefined,
	before: CurrentRun | undefined,
	after: CurrentRun | undefined,
): Notice | undefined =>
	notice?.isReason && (before?.phase !== after?.phase || before?.input?.phase !== after?.input?.phase)
		? undefined
		: notice;

/**
How long a notice stands: the user who pressed a key looks at the screen, while one who speaks may not.
*/
export const noticeMs = ({text, isReason}: Notice): number =>
	(isReason ? 4000 : 12_000) + text.length * readingMs;

/**
For a character, when one reads without hurry.
*/
const readingMs = 80;

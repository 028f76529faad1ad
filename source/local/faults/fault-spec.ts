/**
A fault as it is ordered: which one, where, how likely and how often. What is not said is as the fault has it by default.
*/
export type FaultSpec = {
	readonly name: string;
	readonly value?: FaultValue;
	readonly place?: Place;

	/**
	How likely it is where it could happen, above 0 and up to 100.
	*/
	readonly chancePercent: number;

	/**
	How often it happens at most.
	*/
	readonly mostTimes: number;
};

/**
What a fault is told: a word of its own choice, or a range from which a number is drawn each time.
*/
export type FaultValue =
	| {readonly type: 'word'; readonly word: string}
	| ({readonly type: 'duration'} & Range)
	| ({readonly type: 'count'} & Range);

/**
Whole numbers; durations are in milliseconds. Both ends are included.
*/
export type Range = {readonly low: number; readonly high: number};

/**
Where a fault happens: at a request of a kind, or at a point of a real-time session.
*/
export type Place =
	| {readonly type: 'request'; readonly occasion: Occasion}
	| {readonly type: 'moment'; readonly moment: Moment}
	| ({readonly type: 'audio' | 'open' | 'messages'} & Range);

/**
The requests of the batch API.
*/
export const batchOccasions = ['create', 'job', 'transcript', 'list', 'delete', 'other'] as const;

/**
The kinds of requests. A handshake is the request that opens a real-time session.
*/
export const occasions = [...batchOccasions, 'token', 'handshake'] as const;

export type Occasion = (typeof occasions)[number];

/**
The moments of a session that have a name: the socket opens; StartRecognition has come; the first words are final.
*/
export const moments = ['open', 'start', 'words'] as const;

export type Moment = (typeof moments)[number];

/**
What is laid down about a job when it is created: that it is rejected after a time, with or without a reason, or that it
runs for so long before anything is done with it.
*/
export type JobFate =
	| {
			readonly type: 'rejected';
			readonly afterMs: number;
			readonly hasReason: boolean;
			readonly happen: () => boolean;
	  }
	| {readonly type: 'running'; readonly forMs: number; readonly happen: () => boolean};

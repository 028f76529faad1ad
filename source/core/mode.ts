/**
The two ways Speechmatics transcribes: a recording as a whole, or speech while it is spoken.
*/
export type Mode = 'batch' | 'real-time';

/**
One mode alone, or both.
*/
export type RunMode = 'side-by-side' | Mode;

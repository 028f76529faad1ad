/**
Audio that is complete, as batch takes it: bytes to upload, or an address that the service fetches itself.
*/
export type Recording =
	| {
			readonly type: 'bytes';

			/**
			The file's name without its folder; the service shows it.
			*/
			readonly name: string;
			readonly byteCount: number;

			/**
			Reads from the start, each time it is called. To spare memory, a piece may be written over once eight more
			have been asked for.
			*/
			open(): AsyncIterable<Uint8Array>;
	  }
	| {readonly type: 'url'; readonly name: string; readonly url: string};

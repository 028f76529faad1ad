/**
Audio that can be read once, of which somebody wants to hear the beginning first.
*/
export type KeptAudio = {
	/**
	From the start. Reading may end anywhere.
	*/
	readonly beginning: AsyncIterable<Int16Array>;

	/**
	What was read, and then the rest. To be called once, after the beginning has been read.
	*/
	readonly whole: () => AsyncIterable<Int16Array>;

	/**
	Lets go of the audio. Needed only where the whole is not read.
	*/
	readonly close: () => Promise<void>;
};

/**
Keeps what is read of the beginning, and no more.
*/
export const keepWhatIsRead = (audio: AsyncIterable<Int16Array>): KeptAudio => {
	const iterator = audio[Symbol.asyncIterator]();
	const kept: Int16Array[] = [];

	const read = async (): Promise<Int16Array | undefined> => {
		const {value, done} = await iterator.next();
		return done ? undefined : value;
	};

	const close = async (): Promise<void> => {
		await iterator.return?.();
	};

	return {
		beginning: {
			async *[Symbol.asyncIterator]() {
				for (let samples = await read(); samples; samples = await read()) {
					kept.push(samples);
					yield samples;
				}
			},
		},
		async *whole() {
			try {
				for (let samples = kept.shift(); samples; samples = kept.shift()) {
					yield samples;
				}

				for (let samples = await read(); samples; samples = await read()) {
					yield samples;
				}
			} finally {
				await close();
			}
		},
		close,
	};
};

/**
The few kinds of failure that Duet tells apart, because each has another way out and another exit code.
*/
export type ProblemKind =
	| 'bad-input' // The file, an option or a setting is wrong.
	| 'not-authorised' // The key is missing, wrong, expired or lacks the right.
	| 'rejected' // The service understood and refused: the audio, the language, the configuration.
	| 'quota' // Too many sessions or requests at once.
	| 'network' // The service could not be reached, or the connection broke.
	| 'timeout' // It was reached and did not answer in time.
	| 'server' // It answered with a fault of its own, or with something that cannot be understood.
	| 'device' // The microphone is missing, busy, without a signal, or gone; the disk takes no recording.
	| 'interrupted'; // The user stopped it.

/**
A failure, in words for the user. Advice is not optional: a problem without a next step does not type-check.
*/
export type Problem = {
	readonly kind: ProblemKind;
	readonly message: string;
	readonly nextStep: string;

	/**
	The message in a few words, such as `server busy (429)`, for where it stands beside other things.
	*/
	readonly summary?: string;

	/**
	Whether the same request may succeed later without any change.
	*/
	readonly isTransient?: boolean;

	/**
	How long the service asked to wait before that, in milliseconds.
	*/
	readonly retryAfterMs?: number;
};

/**
A problem that travels as an exception.
*/
export class ProblemError extends Error {
	override readonly name = 'ProblemError';
	readonly problem: Problem;

	constructor(problem: Problem, options?: ErrorOptions) {
		super(problem.message, options);
		this.problem = problem;
	}
}

/**
Whatever was thrown, as a problem. Anything that is not a {@link ProblemError} is a fault of Duet itself.
*/
export const toProblem = (thrown: unknown): Problem => {
	if (thrown instanceof ProblemError) {
		return thrown.problem;
	}

	const reason = thrown instanceof Error ? thrown.message : String(thrown);
	return {
		kind: 'server',
		message: `Something in Duet went wrong: ${reason}`,
		nextStep: 'Run it again; if it happens again, please report it with the command you ran.',
	};
};

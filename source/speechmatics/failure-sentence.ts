/**
One sentence from what failed, the reason that the service gives, if any, and the name it has for it.
*/
export const failureSentence = (what: string, reason: string | undefined, name: string): string =>
	`${what}${reason ? `: ${reason.replace(/[.\s]+$/, '')}` : ''} (${name}).`;

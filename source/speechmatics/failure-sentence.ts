/**
One sentence from what failed, the reason that the service gives, if any, and the name, if any, that it has for it.
*/
export const failureSentence = (what: string, reason: string | undefined, name: string | undefined): string =>
	`${what}${reason ? `: ${reason.replace(/[.\s]+$/, '')}` : ''}${name ? ` (${name})` : ''}.`;
